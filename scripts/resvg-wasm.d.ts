/** Types of the browser that @resvg/resvg-wasm names in its own, and that Node's lack. */
type BufferSource = ArrayBufferView | ArrayBuffer;
type RequestInfo = Request | string;

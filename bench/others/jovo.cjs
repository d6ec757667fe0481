/**
 * The smallest skill in Jovo 4: one component that greets, the Alexa platform, no database. Jovo's own
 * Lambda package is left out, in Jovo's favour: it needs an older framework beside this one.
 */
const { App, BaseComponent, Component, Handle, Server } = require('@jovotech/framework');
const { AlexaPlatform } = require('@jovotech/platform-alexa');

class Greeting extends BaseComponent {
  greet() {
    return this.$send({ message: 'Hello.', reprompt: 'Hello.', listen: true });
  }
}
Handle({ global: true, types: ['LAUNCH', 'INTENT'] })(Greeting.prototype, 'greet');
Component()(Greeting);

const app = new App({ components: [Greeting], plugins: [new AlexaPlatform()], logging: false });

class OneRequest extends Server {
  constructor(event) {
    super();
    this.event = event;
  }
  getRequestObject() {
    return this.event;
  }
  getNativeRequestHeaders() {
    return {};
  }
  getQueryParams() {
    return {};
  }
  hasWriteFileAccess() {
    return false;
  }
  setResponseHeaders() {}
  async setResponse(response) {
    this.response = response;
  }
  fail(error) {
    throw error;
  }
}

exports.handler = async (event) => {
  await app.initialize();
  const server = new OneRequest(event);
  await app.handle(server);
  return server.response;
};

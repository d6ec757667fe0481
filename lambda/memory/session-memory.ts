/** Between a session and what is stored of its listener. Pure. */
import { changed, type Session } from '../session.ts';
import type { Loaded, Saved } from './memory.ts';
import { defaultStored, type Stored } from './stored.ts';

/** A session that begins, with what is stored; where nothing was found, its settings stay. */
export function withStored(session: Session, loaded: Loaded): Session {
  if (session.memory !== null) return session;
  return loaded.state === 'found'
    ? takeOver(session, loaded)
    : changed(session, { memory: loaded });
}

/**
 * The session after a save. What was written may hold another session's changes, which are taken
 * over so that the next save does not undo them; what was not written stays as the listener has it.
 */
export function withSaved(session: Session, { outcome, loaded }: Saved): Session {
  const isWritten = outcome === 'saved' || outcome === 'merged';
  return isWritten ? takeOver(session, loaded) : changed(session, { memory: loaded });
}

function takeOver(session: Session, loaded: Loaded): Session {
  const { speed, detail, questions } = loaded.stored;
  return changed(session, { speed, detail, kept: questions, memory: loaded });
}

/** What is to be stored of a session. Where nothing was heard, the place before it stays. */
export function toStored(session: Session, today: string): Stored {
  const base = session.memory?.stored ?? defaultStored;
  const { at, speed, detail, kept } = session;
  return {
    schema: 1,
    speed,
    detail,
    place: at === null ? base.place : { id: at.id, piece: at.piece, sentence: at.sentence ?? 0 },
    questions: kept,
    firstUsed: base.firstUsed ?? today,
    lastUsed: today,
  };
}

/** Whether the listener's settings or kept questions are others than those that are stored. */
export function hasPreferencesChanged({ memory, speed, detail, kept }: Session): boolean {
  if (memory === null) return false;
  const { stored } = memory;
  const { questions } = stored;
  return (
    speed !== stored.speed ||
    detail !== stored.detail ||
    kept.length !== questions.length ||
    kept.some((id, at) => id !== questions[at])
  );
}

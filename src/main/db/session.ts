import { realpathSync } from 'node:fs';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Project, Session } from '../handlers/context.ts';
import { createFile, openFile, type OpenFile } from './open.ts';
import { type Acting, createProject } from './project.ts';

/**
 * Which project is open in this process. What was open stays open until another has been opened without an error.
 * @param opened is told of each project that is opened.
 */
export function createSession(acting: Acting, opened: (project: Project) => void = () => undefined): Session {
  let current: Project | null = null;

  function take(file: OpenFile): Project {
    const before = current;
    current = createProject(file, acting);
    before?.close();
    opened(current);
    return current;
  }

  function close(): void {
    const before = current;
    current = null;
    before?.close();
  }

  return {
    get project() {
      return current;
    },
    need() {
      if (current) return current;
      throw new ParleyError('no-project', 'No project is open.', 'Open a project or make a new one.');
    },
    create: (path) => take(createFile(path, { projectId: acting.newId(), createdAt: acting.now() })),
    open(path) {
      if (current?.isThere() && current.isAt(path)) return current;
      // The open file was moved to this path, or another was put in its place. Its lock and its log bear the old name, so it is
      // let go before anything is read here: the log is written back into the file, wherever that lies.
      if (current && !current.isThere() && (current.isAt(path) || isSame(current.path, path))) close();
      return take(openFile(path));
    },
    close,
  };
}

function isSame(openPath: string, path: string): boolean {
  try {
    return realpathSync(path) === openPath;
  } catch {
    return false;
  }
}

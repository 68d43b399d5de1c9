import type { Annotation } from '../../shared/model/annotation.ts';
import { SpanIndex } from '../../shared/text/span-index.ts';
import type { AnnotationSource } from '../editor/face.ts';

/**
 * The annotations of one article by id and by place: what the editor draws and what the commands step through. It keeps
 * its identity; `version` grows with every change.
 */
export class AnnotationIndex implements AnnotationSource {
  readonly #index: SpanIndex<Annotation>;
  #version = 0;
  #claims: readonly Annotation[] | null = null;

  private constructor(annotations: Iterable<Annotation>) {
    this.#index = new SpanIndex(annotations);
  }

  static from(annotations: Iterable<Annotation>): AnnotationIndex {
    return new AnnotationIndex(annotations);
  }

  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#index.size;
  }

  get(id: string): Annotation | undefined {
    return this.#index.get(id);
  }

  inRange(from: number, to: number): readonly Annotation[] {
    return this.#index.inRange(from, to);
  }

  /** All of them in reading order. The array doesn't change; after a change there is a new one. */
  all(): readonly Annotation[] {
    return this.#index.all();
  }

  /** The claims in reading order. The same array until something changes. */
  claims(): readonly Annotation[] {
    this.#claims ??= this.all().filter((annotation) => annotation.kind === 'claim');
    return this.#claims;
  }

  add(annotation: Annotation): void {
    this.#index.add(annotation);
    this.#changed();
  }

  /** Removes one; nothing happens when it isn't there. */
  remove(id: string): void {
    if (this.#index.remove(id)) this.#changed();
  }

  /** Puts a changed annotation in the place of the one with its id. */
  replace(annotation: Annotation): void {
    this.add(annotation);
  }

  /** The next in reading order behind an annotation (by id), or the first that begins at or behind an offset. */
  next(from: string | number, filter?: (annotation: Annotation) => boolean): Annotation | undefined {
    return this.#index.next(from, filter);
  }

  /** The one before an annotation (by id), or the last that begins before an offset. */
  previous(from: string | number, filter?: (annotation: Annotation) => boolean): Annotation | undefined {
    return this.#index.previous(from, filter);
  }

  #changed(): void {
    this.#version++;
    this.#claims = null;
  }
}

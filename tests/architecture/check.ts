import type { Source } from './imports.ts';
import type { Rule } from './rules.ts';

/** Every import that the rules don't allow, in words. */
export function violations(sources: readonly Source[], rules: readonly Rule[]): string[] {
  return sources.flatMap((source) => {
    const rule = ruleOf(source.path, rules);
    if (!rule) return [`${source.path} belongs to no layer`];
    const files = source.files
      .filter((file) => ruleOf(file, rules)?.layer !== rule.layer)
      .filter((file) => !rule.layers.some((layer) => isIn(file, layer)));
    const packages = source.packages.filter((name) => !rule.packages.some((allowed) => matches(name, allowed)));
    return [...files, ...packages].map((what) => `${source.path} imports ${what}`);
  });
}

/** Files that import each other in a circle: one list a circle, shortest ones not promised. */
export function cycles(sources: readonly Source[]): string[][] {
  const graph = new Map(sources.map((source) => [source.path, source.files]));
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const found: string[][] = [];

  function visit(path: string): void {
    state.set(path, 'open');
    way.push(path);
    for (const next of graph.get(path) ?? []) {
      if (state.get(next) === 'open') found.push([...way.slice(way.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    way.pop();
    state.set(path, 'done');
  }

  for (const path of graph.keys()) if (!state.has(path)) visit(path);
  return found;
}

/** Relative imports that lead to no file. */
export function danglers(sources: readonly Source[]): string[] {
  const there = new Set(sources.map((source) => source.path));
  return sources.flatMap(({ path, files }) =>
    files.filter((file) => !there.has(file)).map((file) => `${path} imports ${file}, which isn’t there`),
  );
}

function ruleOf(path: string, rules: readonly Rule[]): Rule | undefined {
  return rules.filter((rule) => isIn(path, rule.layer)).sort((a, b) => b.layer.length - a.layer.length)[0];
}

function isIn(path: string, layer: string): boolean {
  return path === layer || path.startsWith(`${layer}/`);
}

function matches(name: string, allowed: string): boolean {
  if (allowed === 'node:') return name.startsWith('node:');
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed;
}

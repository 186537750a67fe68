import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A screen that is loaded when it is first opened. */
export function lazily<K extends string, P>(
  load: () => Promise<Record<K, ComponentType<P>>>,
  name: K,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: (await load())[name] }));
}

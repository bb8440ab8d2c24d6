/** Which tags a Word template uses, read while the library compiles it. */

/** Tag → the tags inside it, when it is a loop. */
export interface TagTree {
  readonly [tag: string]: TagTree;
}

/** A module for the library's `modules`, and what it has seen of all parts of the file. */
export interface TagCollector {
  readonly module: { readonly name: string; set(options: unknown): void };
  tags(): TagTree;
}

/** Makes a collector for one template. */
export function collectTags(): TagCollector {
  const seen: TagTree[] = [];
  return {
    module: {
      name: 'tag-collector',
      set(options) {
        const parts = inside(inside(options, 'inspect'), 'postparsed');
        if (Array.isArray(parts)) seen.push(treeOf(parts));
      },
    },
    tags: () => seen.reduce<TagTree>(merge, {}),
  };
}

/** All names in a tree. */
export function tagNames(tree: TagTree): readonly string[] {
  return Object.entries(tree).flatMap(([tag, inner]) => [tag, ...tagNames(inner)]);
}

function treeOf(parts: readonly unknown[]): TagTree {
  return parts.reduce<TagTree>((tree, part) => {
    const tag = inside(part, 'value');
    if (inside(part, 'type') !== 'placeholder' || typeof tag !== 'string') return tree;
    const children = inside(part, 'subparsed');
    return merge(tree, { [tag]: Array.isArray(children) ? treeOf(children) : {} });
  }, {});
}

function merge(one: TagTree, other: TagTree): TagTree {
  const entries = Object.entries(other).map(([tag, inner]) => [tag, merge(one[tag] ?? {}, inner)] as const);
  return { ...one, ...Object.fromEntries(entries) };
}

/** A property of an unknown value; undefined for what has none. */
export function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

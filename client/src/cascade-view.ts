import {
  commands,
  EventEmitter,
  window,
  type Disposable,
  type Memento,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { cascadeItem } from './cascade-item.ts';
import { CASCADE_REQUEST, type CascadeNode, type CascadeParams, type CascadeResult } from './protocol.ts';

const FILTER_KEY = 'okr.cascade.filter';

/**
 * The view *Cascade*: asks the server for the cascade whenever it is told to refresh, and shows it. One request is under
 * way at a time; a refresh that is asked for meanwhile asks once more afterwards.
 */
export class CascadeView implements TreeDataProvider<CascadeNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #client: BaseLanguageClient;
  readonly #memory: Memento;
  readonly #view: TreeView<CascadeNode>;
  readonly #subscriptions: Disposable[];
  /** Of every node ever shown: VS Code may still ask about those that it shows while newer ones are on their way. */
  readonly #parents = new WeakMap<CascadeNode, CascadeNode>();
  #shown = (): void => undefined;
  /** Resolves when the view is on the screen for the first time. */
  readonly firstShown = new Promise<void>((resolve) => (this.#shown = resolve));
  #result: CascadeResult | null = null;
  #filter: CascadeParams;
  #asking: Promise<void> | null = null;
  /** Counts what was asked for: an answer to less is out of date. */
  #asked = 0;

  constructor(client: BaseLanguageClient, memory: Memento) {
    this.#client = client;
    this.#memory = memory;
    this.#filter = memory.get<CascadeParams>(FILTER_KEY, {});
    this.#view = window.createTreeView('okr.cascade', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [this.#view, this.#changed];
    this.#describe();
  }

  /** Asks the server again; resolves when the view has the answer. Does nothing while the server is not running. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    if (this.#asking !== null) return this.#asking;
    this.#asking = this.#ask();
    try {
      await this.#asking;
    } finally {
      this.#asking = null;
    }
  }

  async #ask(): Promise<void> {
    let answers: number;
    do {
      answers = this.#asked;
      if (this.#client.state !== State.Running) return;
      const result = await this.#client.sendRequest<CascadeResult>(CASCADE_REQUEST, this.#filter);
      this.#show(result);
    } while (answers !== this.#asked);
  }

  #show(result: CascadeResult): void {
    this.#result = result;
    const remember = (node: CascadeNode): void => {
      for (const child of node.children) {
        this.#parents.set(child, node);
        remember(child);
      }
    };
    result.roots.forEach(remember);
    void commands.executeCommand(
      'setContext',
      'okr.planIsEmpty',
      result.cycles.length === 0 && result.roots.length === 0,
    );
    this.#changed.fire(undefined);
  }

  /** The cascade as it was last received, null before the first answer. */
  shown(): CascadeResult | null {
    return this.#result;
  }

  /** The node that is selected on the screen. */
  selected(): CascadeNode | undefined {
    return this.#view.selection[0];
  }

  filter(): CascadeParams {
    return this.#filter;
  }

  /** Sets the filter, remembers it for the workspace and asks again. */
  async setFilter(filter: CascadeParams): Promise<void> {
    this.#filter = filter;
    this.#describe();
    await this.#memory.update(FILTER_KEY, filter);
    await this.refresh();
  }

  #describe(): void {
    const parts = [this.#filter.cycle, this.#filter.owner].filter((part) => part !== undefined);
    this.#view.description = parts.join(' · ');
    void commands.executeCommand('setContext', 'okr.cascadeIsFiltered', parts.length > 0);
  }

  getTreeItem(node: CascadeNode): ReturnType<typeof cascadeItem> {
    return cascadeItem(node, this.#parents.has(node));
  }

  getChildren(node?: CascadeNode): CascadeNode[] {
    this.#shown();
    return [...(node === undefined ? (this.#result?.roots ?? []) : node.children)];
  }

  getParent(node: CascadeNode): CascadeNode | undefined {
    return this.#parents.get(node);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

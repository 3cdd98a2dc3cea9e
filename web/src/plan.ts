import * as api from './api';
import type { Area, ConflictDifference, Plan, Totals } from './contract';
import { debounce } from './dom';

type Edit = (revision: Plan['revision']) => Promise<Plan>;

/** What the planner has in hand: the plan, the communities picked, the areas ticked. */
export class PlanModel {
  plan: Plan | null = null;
  /** Picked communities, id to name. */
  readonly selection = new Map<string, string>();
  readonly ticked = new Set<string>();
  /** Totals of the selection; null while they are being computed. */
  totals: Totals | null = null;
  busy = false;
  private counting: AbortController | null = null;
  private readonly listeners: ((changed: string[]) => void)[] = [];
  onError: (error: unknown) => void = () => {};
  /** Called after the plan itself changed. */
  onPlan: (plan: Plan) => void = () => {};
  /** Called when somebody else saved first; `again` does the refused edits on top of theirs. */
  onConflict: (difference: ConflictDifference | null, again: () => void) => void = () => {};

  /** Hears of any change, with the communities whose look changed. */
  listen(listener: (changed: string[]) => void): void {
    this.listeners.push(listener);
  }

  private changed(ids: string[]): void {
    for (const listener of this.listeners) listener(ids);
  }

  /** @param picked communities picked by the link; their names follow when the map has seen them */
  constructor(picked: string[] = []) {
    for (const id of picked) this.selection.set(id, '');
    if (picked.length > 0) this.count();
  }

  ids(): Set<string> {
    return new Set(this.selection.keys());
  }

  async load(): Promise<void> {
    this.take(await api.plan());
  }

  toggle(id: string, name: string): void {
    if (this.selection.has(id)) this.selection.delete(id);
    else this.selection.set(id, name);
    this.selectionChanged([id]);
  }

  add(ids: Iterable<string>, nameOf: (id: string) => string): void {
    const added = [...ids].filter((id) => !this.selection.has(id));
    for (const id of added) this.selection.set(id, nameOf(id));
    this.selectionChanged(added);
  }

  unpick(ids: Iterable<string>): void {
    const gone = [...ids].filter((id) => this.selection.delete(id));
    this.selectionChanged(gone);
  }

  clear(): void {
    const gone = [...this.selection.keys()];
    this.selection.clear();
    this.selectionChanged(gone);
  }

  tick(area: string, on: boolean): void {
    if (on) this.ticked.add(area);
    else this.ticked.delete(area);
    this.changed([]);
  }

  /** The areas that hold a picked community, each with the members that are picked. */
  pickedByArea(): Map<Area, string[]> {
    const found = new Map<Area, string[]>();
    for (const area of this.plan?.areas ?? []) {
      const members = area.members.map(({ id }) => id).filter((id) => this.selection.has(id));
      if (members.length > 0) found.set(area, members);
    }
    return found;
  }

  /**
   * Runs edits one after the other, each on the revision that the last one left. A stale revision
   * loads the plan as it is now and edits nothing.
   *
   * @returns whether all edits were accepted
   */
  async run(...edits: Edit[]): Promise<boolean> {
    if (this.busy || !this.plan) return false;
    this.busy = true;
    let done = 0;
    this.changed([]);
    try {
      for (const edit of edits) {
        const next = await edit(this.plan.revision);
        done++;
        this.take(next);
      }
      return true;
    } catch (error) {
      if (error instanceof api.ApiError && error.status === 409) {
        await this.load().catch(this.onError);
        const { difference } = error.problem;
        this.onConflict(difference ?? null, () => void this.run(...edits.slice(done)));
      } else {
        this.onError(error);
      }
      return false;
    } finally {
      this.busy = false;
      this.changed([]);
    }
  }

  private take(plan: Plan): void {
    this.plan = plan;
    const known = new Set(plan.areas.map(({ id }) => id));
    for (const id of this.ticked) if (!known.has(id)) this.ticked.delete(id);
    this.onPlan(plan);
    this.changed([]);
  }

  private selectionChanged(changed: string[]): void {
    this.totals = null;
    this.counting?.abort();
    this.changed(changed);
    this.count();
  }

  private readonly count = debounce(120, () => {
    if (this.selection.size === 0) return;
    this.counting = new AbortController();
    api.totals([...this.selection.keys()], this.counting.signal).then(
      (totals) => {
        this.totals = totals;
        this.changed([]);
      },
      (error) => {
        if (!api.isAbort(error)) this.onError(error);
      },
    );
  });
}

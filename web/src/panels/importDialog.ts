import { ApiError } from '../api';
import type { App, Panel } from '../app';
import type { Bounds } from '../contract';
import { icon } from '../design/icons';
import { el, refill } from '../dom';
import { formatNumber, pick } from '../format';
import { ColumnStep } from '../import/columnStep';
import type { ImportReport, Position } from '../import/contract';
import { FileStep } from '../import/fileStep';
import { IssueStep } from '../import/issueStep';
import { firstOpen, ImportModel, isUnread, type LayerRef, layersOf, openIn, type Step, STEPS } from '../import/model';
import { PositionStep } from '../import/positionStep';
import type { ImportView, StepView } from '../import/view';
import '../import/import.css';

/**
 * Imports files in four steps: files, columns, positions and proposals, check. Closing it only puts
 * it aside; a bar on the map brings it back.
 */
export class ImportDialog implements Panel, ImportView {
  readonly node = el('dialog', { class: 'import-dialog', 'data-testid': 'import-dialog' });
  /** Shown on the map while an import is put aside. */
  readonly bar = el('div', { class: 'import-bar', role: 'region', hidden: true, 'data-testid': 'import-bar' });
  private readonly head = el('div', { class: 'panel-head' });
  private readonly steps = el('nav', { class: 'import-steps' });
  private readonly layers = el('div', { class: 'import-layers' });
  private readonly body = el('div', { class: 'dialog-body' });
  private readonly foot = el('div', { class: 'dialog-foot' });
  private step: Step = 'files';
  private chosen: { file: string; layer: string } | null = null;
  private current: { key: string; view: StepView } | null = null;
  private seen: string | null = null;

  constructor(
    readonly app: App,
    readonly model = new ImportModel(),
  ) {
    this.node.append(this.head, this.steps, this.layers, this.body, this.foot);
    this.model.onChange = () => this.refresh();
    this.node.addEventListener('close', () => this.refresh());
    this.node.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.node.classList.add('dropping');
    });
    this.node.addEventListener('dragleave', () => this.node.classList.remove('dropping'));
    this.node.addEventListener('drop', (event) => {
      event.preventDefault();
      this.node.classList.remove('dropping');
      void this.model.upload([...(event.dataTransfer?.files ?? [])]);
    });
  }

  open(): void {
    this.app.map.mark(null);
    this.node.showModal();
    this.refresh();
  }

  /** Writes everything again, for example in another language. */
  render(): void {
    this.current = null;
    this.refresh();
  }

  goToColumn(ref: LayerRef, column: string): void {
    this.show('columns', ref);
    if (this.current?.view instanceof ColumnStep) this.current.view.focus(column);
  }

  showOnMap([lon, lat]: Position): void {
    this.node.close();
    this.app.map.goTo({ lon, lat });
    this.app.map.mark({ lon, lat });
  }

  private show(step: Step, ref: LayerRef | null): void {
    this.step = step;
    this.chosen = ref ? { file: ref.file.file, layer: ref.layer.name } : null;
    this.refresh();
    this.body.scrollTop = 0;
  }

  private get layer(): LayerRef | null {
    const { report } = this.model;
    if (!report) return null;
    const all = layersOf(report);
    return all.find(({ file, layer }) => file.file === this.chosen?.file && layer.name === this.chosen?.layer) ?? all[0] ?? null;
  }

  private refresh(): void {
    const { report } = this.model;
    if (report && this.seen !== report.id) {
      // the first look at new files starts where something is to be decided
      this.seen = report.id;
      const { step, layer } = firstOpen(report);
      this.step = step;
      this.chosen = layer ? { file: layer.file.file, layer: layer.layer.name } : null;
    }
    this.node.setAttribute('aria-label', this.app.t('import.title'));
    this.node.classList.toggle('with-report', report !== null);
    this.renderHead();
    this.renderSteps();
    this.renderLayers();
    this.renderBody();
    this.renderFoot();
    this.renderBar();
  }

  private renderHead(): void {
    const { t } = this.app;
    refill(
      this.head,
      el('h2', {}, t('import.title')),
      el('button', { type: 'button', class: 'icon-button', 'data-key': 'close', 'aria-label': t('close'), onclick: () => this.node.close() }, icon('close')),
    );
  }

  private renderSteps(): void {
    const { app, model } = this;
    const { t } = app;
    this.steps.hidden = model.report === null;
    this.steps.setAttribute('aria-label', t('import.steps'));
    const ref = this.layer;
    const unread = (model.report?.files ?? []).filter(isUnread).length;
    const marks = STEPS.map((step) => {
      const open = ref ? openIn(step, ref, model.layer(ref.file.file, ref.layer.name)) : 0;
      return step === 'files' ? Math.max(open, unread) : open;
    });
    refill(
      this.steps,
      el(
        'ol',
        {},
        ...STEPS.map((step, index) =>
          el(
            'li',
            {},
            el(
              'button',
              {
                type: 'button',
                'aria-current': step === this.step ? 'step' : null,
                'data-key': `step:${step}`,
                'data-testid': `import-step-${step}`,
                disabled: ref === null && step !== 'files',
                onclick: () => this.show(step, this.layer),
              },
              el('span', { class: 'number' }, index + 1),
              t(`import.step.${step}`),
              marks[index]! > 0 ? el('span', { class: 'mark', 'aria-label': t('import.attention', { n: marks[index]! }) }, formatNumber(marks[index]!, app.lang())) : null,
            ),
          ),
        ),
      ),
    );
  }

  /** The layers to choose from, when there are several. */
  private renderLayers(): void {
    const { app, model } = this;
    const all = model.report ? layersOf(model.report) : [];
    const now = this.layer;
    const files = new Set(all.map(({ file }) => file.file));
    this.layers.hidden = all.length < 2 || this.step === 'files';
    this.layers.setAttribute('role', 'group');
    this.layers.setAttribute('aria-label', app.t('import.layers'));
    refill(
      this.layers,
      ...all.map((ref) => {
        const { file, layer } = ref;
        const bad = STEPS.some((step) => openIn(step, ref, model.layer(file.file, layer.name)) > 0);
        return el(
          'button',
          {
            type: 'button',
            class: 'button small',
            'aria-pressed': String(layer === now?.layer),
            'data-key': `layer:${file.file}:${layer.name}`,
            'data-testid': 'import-layer',
            onclick: () => this.show(this.step, ref),
          },
          files.size > 1 ? `${file.file} · ${layer.name}` : layer.name,
          bad ? el('span', { class: 'dot', 'aria-label': app.t('import.attention', { n: '' }) }) : null,
        );
      }),
    );
  }

  private renderBody(): void {
    const { model } = this;
    if (model.report === null || model.uploading !== null) {
      this.current = null;
      refill(this.body, model.uploading !== null ? this.waiting(model.uploading) : this.chooser());
      return;
    }
    const ref = this.layer;
    const key = `${model.report.id}:${this.step}:${this.step === 'files' ? '' : `${ref?.file.file}:${ref?.layer.name}`}`;
    if (this.current?.key !== key) {
      this.current = { key, view: this.newStep() };
      this.body.replaceChildren(this.current.view.node);
    }
    this.current.view.update(ref);
  }

  private newStep(): StepView {
    switch (this.step) {
      case 'files':
        return new FileStep(this);
      case 'columns':
        return new ColumnStep(this);
      case 'positions':
        return new PositionStep(this);
      case 'issues':
        return new IssueStep(this);
    }
  }

  private waiting(files: string): HTMLElement {
    return el('p', { class: 'checking', role: 'status' }, el('span', { class: 'spinner' }), this.app.t('import.checking', { file: files }));
  }

  private chooser(): HTMLElement {
    const { t } = this.app;
    const input = el('input', {
      type: 'file',
      multiple: true,
      class: 'visually-hidden',
      'data-key': 'choose',
      'data-testid': 'import-file',
      onchange: (event: Event) => void this.model.upload([...((event.target as HTMLInputElement).files ?? [])]),
    });
    return el(
      'div',
      {},
      el('label', { class: 'drop-zone' }, input, icon('upload'), el('strong', {}, t('import.drop')), el('span', { class: 'muted' }, t('import.formats'))),
      el('p', {}, el('a', { href: '/api/imports/template.xlsx', download: `${t('import.template.name')}.xlsx`, 'data-testid': 'import-template' }, t('import.template'))),
      this.failure(),
    );
  }

  /** What went wrong, in the dialog: messages of the page lie behind it. */
  private failure(): HTMLElement | null {
    const { app, model } = this;
    const { failure } = model;
    if (failure === null) return null;
    const problem = failure instanceof ApiError ? failure.problem : null;
    const text = problem ? pick(problem, app.lang()) || problem.detail || problem.title : failure instanceof Error ? failure.message : String(failure);
    return el(
      'p',
      { class: 'unfit', role: 'alert', 'data-testid': 'import-failure' },
      text ?? app.t('error'),
      problem?.requestId ? el('span', { class: 'muted' }, ` ${app.t('error.request', { id: problem.requestId })}`) : null,
    );
  }

  private renderFoot(): void {
    const { model } = this;
    const { t } = this.app;
    const { report } = model;
    this.foot.hidden = report === null || model.uploading !== null;
    if (!report) return;
    const index = STEPS.indexOf(this.step);
    const to = (step: Step | undefined, label: string, primary: boolean) =>
      step && (this.layer !== null || step === 'files')
        ? el('button', { type: 'button', class: primary ? 'button primary' : 'button', 'data-key': `to:${primary}`, 'data-testid': primary ? 'import-next' : 'import-back', onclick: () => this.show(step, this.layer) }, label)
        : null;
    refill(
      this.foot,
      el('div', { class: 'import-status', role: 'status', 'aria-live': 'polite', 'data-testid': 'import-status', 'data-settled': String(model.settled) }, ...this.status(report)),
      model.failure !== null ? el('button', { type: 'button', class: 'button', 'data-key': 'retry', onclick: () => void model.check() }, t('retry')) : null,
      el('button', { type: 'button', class: 'button', 'data-key': 'cancel', 'data-testid': 'import-cancel', onclick: () => void this.giveUp() }, t('import.cancel')),
      to(STEPS[index - 1], t('import.back'), false),
      this.step === 'issues' ? null : to(STEPS[index + 1], t('import.next'), true),
      ...(this.step === 'issues' ? this.commits(report) : []),
    );
  }

  private status(report: ImportReport): (Node | null)[] {
    const { app, model } = this;
    const { t } = app;
    if (model.saving || model.checking) {
      return [el('span', { class: 'muted' }, el('span', { class: 'spinner small' }), t(model.saving ? 'import.saving' : 'import.rechecking'))];
    }
    if (model.failure !== null) return [this.failure()];
    if (model.unfit) return [el('span', { class: 'unfit' }, t('import.unfit', { text: pick(model.unfit, app.lang()) }))];
    const { inserted, updated, unchanged, rejected } = report.counts;
    const n = (value: number) => formatNumber(value, app.lang());
    return [
      el('span', { class: 'muted' }, t('import.summary', { inserted: n(inserted), updated: n(updated), unchanged: n(unchanged) })),
      rejected > 0 ? el('strong', { class: 'bad' }, ` ${t('import.blocked', { n: n(rejected) })}`) : null,
      report.files.some(isUnread) ? el('strong', { class: 'bad' }, ` ${t('import.unread')}`) : null,
    ];
  }

  private commits(report: ImportReport): (Node | null)[] {
    const { t } = this.app;
    const { inserted, updated, unchanged, rejected } = report.counts;
    const passing = inserted + updated + unchanged;
    const some = rejected > 0 && passing > 0;
    const button = (primary: boolean, enabled: boolean, label: string) =>
      el(
        'button',
        {
          type: 'button',
          class: primary ? 'button primary' : 'button',
          disabled: !enabled || !this.model.settled,
          'data-key': `commit:${primary}`,
          'data-testid': primary ? 'import-commit' : 'import-commit-passing',
          onclick: () => void this.commit(!primary),
        },
        label,
      );
    return [
      some ? button(false, true, t('import.passing', { n: formatNumber(passing, this.app.lang()) })) : null,
      button(true, report.committable, t('import.all')),
    ];
  }

  private async commit(onlyPassing: boolean): Promise<void> {
    const { app, model } = this;
    const done = await model.commit(onlyPassing);
    if (!done) return;
    this.node.close();
    const { inserted, updated, unchanged } = done.counts;
    const boxes = done.files.flatMap(({ layers }) => layers.flatMap(({ extent }) => (extent ? [extent] : [])));
    const box = around(boxes);
    app.toasts.show(
      'success',
      app.t('import.done', { inserted, updated, unchanged }),
      inserted + updated > 0 ? app.t('import.rerun') : null,
      box ? { label: app.t('import.done.show'), run: () => app.map.goTo({ lon: null, lat: null, bbox: box }) } : undefined,
    );
    await app.reload().catch((error: unknown) => app.toasts.error(error));
  }

  private async giveUp(): Promise<void> {
    this.node.close();
    this.app.map.mark(null);
    await this.model.discard();
  }

  private renderBar(): void {
    const { t } = this.app;
    const { report } = this.model;
    this.bar.hidden = report === null || this.node.open;
    if (!report) return;
    this.bar.setAttribute('aria-label', t('import.title'));
    refill(
      this.bar,
      el('span', {}, t('import.aside', { file: report.files.map(({ file }) => file).join(', ') })),
      el('button', { type: 'button', class: 'button small', 'data-key': 'drop', onclick: () => void this.giveUp() }, t('import.giveUp')),
      el('button', { type: 'button', class: 'button small primary', 'data-key': 'resume', 'data-testid': 'import-resume', onclick: () => this.open() }, t('import.resume')),
    );
  }
}

/** The box around boxes; null without any. */
function around(boxes: Bounds[]): Bounds | null {
  if (boxes.length === 0) return null;
  const edge = (index: 0 | 1 | 2 | 3, pickOf: (...values: number[]) => number) => pickOf(...boxes.map((box) => box[index]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

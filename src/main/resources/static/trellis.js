/*
 * Everything here is a comfort: each link and form works without it.
 *
 * 1. A citation, the sentence that makes it and the words it rests on light up together.
 * 2. Single keys press the control that carries them, where the page says data-keys="on".
 */
(() => {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const narrow = matchMedia('(max-width: 60rem)');
  let pinned = null;

  // ---- citations: <a class="cite" href="#words-2">2</a> inside .claim, <mark id="words-2"> in .evidence

  const target = chip => document.getElementById(decodeURIComponent(chip.hash.slice(1)));
  const chipsFor = mark => all('a.cite').filter(chip => chip.hash === '#' + mark.id);

  function dim() {
    all('.lit').forEach(element => element.classList.remove('lit'));
  }

  function light(chips, mark) {
    dim();
    mark?.classList.add('lit');
    mark?.closest('.source')?.classList.add('lit');
    chips.forEach(chip => {
      chip.classList.add('lit');
      chip.closest('.claim')?.classList.add('lit');
    });
  }

  /** Scrolls the evidence pane alone, never the page, so the sentence being read stays where it is. */
  function reveal(mark) {
    const pane = mark?.closest('.evidence');
    if (!pane || narrow.matches || pane.scrollHeight <= pane.clientHeight) return;
    const inside = mark.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (inside.top < frame.top + 64 || inside.bottom > frame.bottom - 24) {
      pane.scrollTop += inside.top - frame.top - frame.height / 3;
    }
  }

  function show(from) {
    const chip = from.closest?.('a.cite');
    if (chip) {
      const mark = target(chip);
      light([chip], mark);
      reveal(mark);
      return true;
    }
    const mark = from.closest?.('.evidence mark[id]');
    if (mark) light(chipsFor(mark), mark);
    return Boolean(mark);
  }

  function rest() {
    if (pinned?.isConnected) show(pinned);
    else dim();
  }

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'mouse') show(event.target);
  });
  document.addEventListener('pointerout', event => {
    if (event.target.closest?.('a.cite, .evidence mark[id]')) rest();
  });
  document.addEventListener('focusin', event => {
    if (!show(event.target)) rest();
  });
  document.addEventListener('click', event => {
    const chip = event.target.closest?.('a.cite');
    if (!chip) return;
    pinned = chip;
    show(chip);
    if (!narrow.matches && target(chip)) event.preventDefault();
  });

  // ---- single keys: data-key on a link, button, summary or field; switched off by data-keys="off"

  const typing = element => element.matches?.('input, textarea, select, [contenteditable]');

  function step(by) {
    const queue = document.activeElement.closest?.('.queue');
    const stops = queue ? all('a.entry', queue) : all('.item');
    if (!stops.length) return;
    const here = stops.findIndex(stop => stop === document.activeElement || stop.contains(document.activeElement));
    const next = stops[Math.max(0, Math.min(stops.length - 1, here < 0 ? 0 : here + by))];
    next.focus();
  }

  function press(key) {
    const item = document.activeElement.closest?.('.item');
    const named = `[data-key="${CSS.escape(key)}"]`;
    const control = item?.querySelector(named)
      ?? all(named).find(candidate => !candidate.closest('.item') && candidate.getClientRects().length);
    if (!control) return false;
    if (typing(control)) control.focus();
    else control.click();
    return true;
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      pinned = null;
      dim();
      all('details[open].menu, details[open].define').forEach(open => { open.open = false; });
      return;
    }
    if (!document.querySelector('[data-keys="on"]')) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === 'j' || event.key === 'k') {
      step(event.key === 'j' ? 1 : -1);
      event.preventDefault();
    } else if (event.key.length === 1 && press(event.key)) {
      event.preventDefault();
    }
  });
})();

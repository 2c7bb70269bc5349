/**
 * Part of the page's script: zooming and panning in time. Bars and lines are stretched, marks and words only moved, so that nothing is
 * distorted; names stay where they are; ticks are made anew.
 */
export const zoomScript: string = `
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, ...[1, 2, 5, 10, 15, 30].map((n) => n * 1000), ...[1, 2, 5, 10, 15, 30].map((n) => n * 60000), ...[1, 2, 3, 6, 12].map((n) => n * 3600000), ...[1, 2, 7, 14, 30].map((n) => n * 86400000)];
const tones = { lobby: 't-lobby-ink s-lobby', active: 't-active-ink', unknown: 't-unknown-ink s-unknown' };

const zoomable = (section, meeting, number) => {
  const svg = section.querySelector('svg');
  const [left, right] = meeting.plot;
  let from = left;
  let to = right;
  let prepared = null;

  const scale = () => (right - left) / (to - from);
  const toX = (x) => left + (x - from) * scale();
  const toBase = (x) => from + (x - left) / scale();
  const timeAt = (base) => {
    const piece = meeting.pieces.find(({ x }) => base <= x[1]) ?? meeting.pieces.at(-1);
    const share = Math.min(1, Math.max(0, (base - piece.x[0]) / (piece.x[1] - piece.x[0])));
    return piece.t[0] + share * (piece.t[1] - piece.t[0]);
  };
  const local = (time) => {
    const [, offset] = meeting.offsets.findLast(([at]) => at <= time) ?? meeting.offsets[0];
    return new Date(Math.round(time) + offset).toISOString();
  };

  /** What a link runs between: read back from its arrows, so that its branches can be drawn anew where zooming parts cause and effects. */
  const routeOf = (link) => {
    const [, x, y] = link.querySelector('.origin').getAttribute('d').match(/^M([-\\d.]+),([-\\d.]+)/).map(Number);
    const radius = Number(link.querySelector('.origin').dataset.x) - x;
    const heads = [...link.querySelectorAll('.head')].flatMap((head) =>
      [...head.getAttribute('d').matchAll(/M([-\\d.]+),([-\\d.]+)l[-\\d.]+,([-\\d.]+)/g)].map(([, at, edge, back]) => ({ x: Number(at), edge: Number(edge), back: Number(back) })),
    );
    return { lines: [...link.querySelectorAll('.route')], x: x + radius, y, heads };
  };

  const drawLinks = () => {
    for (const { lines, x, y, heads } of prepared.links) {
      const trunk = toX(x);
      let d = '';
      for (const upwards of [false, true]) {
        const side = heads.filter(({ back }) => back > 0 === upwards);
        let end = y;
        for (const { x: at, edge, back } of side) {
          const place = toX(at);
          const turn = edge + back + (Math.abs(place - trunk) < 3 ? 0 : Math.sign(back) * 1.5);
          end = upwards ? Math.min(end, turn) : Math.max(end, turn);
          if (Math.abs(place - trunk) >= 3) d += 'M' + trunk + ',' + turn + 'H' + place + 'V' + (edge + back * 0.8);
        }
        if (end !== y) d += 'M' + trunk + ',' + y + 'V' + end;
      }
      for (const line of lines) line.setAttribute('d', d);
    }
  };

  /** Everything is measured once, before anything moves. */
  const prepare = () => {
    const id = 'clip-' + number;
    const defs = svg.querySelector('defs');
    const clip = (name, until) => {
      const made = make('svg:clipPath', { id: name });
      const area = make('svg:rect', { x: left, y: 0, width: until - left, height: svg.viewBox.baseVal.height });
      made.append(area);
      defs.append(made);
      return area;
    };
    const areas = [clip(id, right), clip(id + '-words', svg.viewBox.baseVal.width)];
    for (const group of svg.querySelectorAll('.plot')) group.setAttribute('clip-path', 'url(#' + id + (group.classList.contains('words') ? '-words' : '') + ')');
    // Textures of this drawing only: they are kept from being stretched.
    const textures = [...svg.querySelectorAll('pattern')].map((original) => {
      const texture = original.cloneNode(true);
      texture.id = original.id + '-' + number;
      defs.append(texture);
      for (const user of svg.querySelectorAll('.plot [fill="url(#' + original.id + ')"]')) user.setAttribute('fill', 'url(#' + texture.id + ')');
      return texture;
    });
    const links = [...svg.querySelectorAll('.link')].filter((link) => link.querySelector('.head') !== null).map(routeOf);
    const routed = new Set(links.flatMap(({ lines }) => lines));
    const stretched = [...svg.querySelectorAll('.plot path:not([data-x])')].filter((path) => !routed.has(path));
    for (const path of stretched) path.setAttribute('vector-effect', 'non-scaling-stroke');
    const points = [...svg.querySelectorAll('.plot [data-x]')].map((element) => ({ element, x: Number(element.dataset.x) }));
    const bars = [...svg.querySelectorAll('.plot .state, .plot [data-stretch]')].map((element) => {
      const { state, stretch } = element.dataset;
      const person = stretch === undefined ? meeting.people[meeting.rows[element.closest('[data-row]').dataset.row][0]] : null;
      const words = person === null ? meeting.stretches[stretch].labels : person.labels[state];
      return { element, box: element.querySelector('path').getBBox(), words };
    });
    const ticks = make('svg:g', { class: 'ticks', 'aria-hidden': 'true' });
    const old = svg.querySelector('.ticks');
    old.after(ticks);
    return { areas, textures, links, stretched, points, bars, ticks, old };
  };

  const drawTicks = () => {
    const { ticks, old } = prepared;
    const made = [];
    const room = 92;
    const lower = old.querySelector(':scope > text');
    let last = -Infinity;
    let date = local(meeting.pieces[0].t[0]).slice(0, 10);
    for (const { x, t, fold } of meeting.pieces) {
      const first = Math.max(x[0], from);
      const end = Math.min(x[1], to);
      if (fold || end <= first) continue;
      const [start, stop] = [timeAt(first), timeAt(end)];
      const most = Math.max(1, Math.floor(((end - first) * scale()) / room));
      const step = steps.find((candidate) => (stop - start) / candidate <= most) ?? steps.at(-1);
      const [, offset] = meeting.offsets.findLast(([at]) => at <= start) ?? meeting.offsets[0];
      for (let at = Math.ceil((start + offset) / step) * step - offset; at <= stop; at += step) {
        const base = x[0] + ((at - t[0]) / (t[1] - t[0])) * (x[1] - x[0]);
        const place = toX(base);
        if (place - last < room * 0.8) continue;
        last = place;
        const written = local(at);
        const today = written.slice(0, 10);
        const time = step >= 86400000 ? today : written.slice(11, step >= 60000 ? 16 : step >= 1000 ? 19 : 23);
        const text = date !== today && step < 86400000 ? today.slice(5) + ' ' + time : time;
        date = today;
        made.push(make('svg:path', { d: 'M' + place + ',' + meeting.axis + 'V' + meeting.bottom, class: 's-line' }));
        for (const y of lower === null ? [meeting.axis - 9] : [meeting.axis - 9, lower.getAttribute('y')]) {
          made.push(make('svg:text', { x: place, y, class: 't-muted', 'font-size': 11, 'text-anchor': 'middle' }, text));
        }
      }
    }
    ticks.replaceChildren(...made);
  };

  const drawWords = () => {
    for (const { element, box, words } of prepared.bars) {
      const kept = element.querySelector('text');
      const begin = Math.max(toX(box.x), left);
      const end = Math.min(toX(box.x + box.width), right);
      const size = box.height >= 16 ? 11 : 9;
      const word = box.height < 11 ? undefined : words.find((each) => each.length * size * 0.58 <= end - begin - 14);
      if (word === undefined) {
        if (kept !== null) kept.remove();
        continue;
      }
      const fresh = { 'font-size': size, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke', y: box.y + box.height / 2 + size * 0.36 };
      const text = kept ?? element.appendChild(make('svg:text', fresh));
      const fill = element.querySelector('path').getAttribute('fill') ?? '';
      text.setAttribute('class', fill.includes('lobby') ? tones.lobby : fill.includes('unknown') ? tones.unknown : tones.active);
      text.setAttribute('x', begin + 7);
      text.textContent = word;
    }
  };

  const draw = () => {
    const whole = from <= left && to >= right;
    section.querySelector('.figure').classList.toggle('zoomed', !whole);
    if (prepared === null) prepared = prepare();
    const k = scale();
    const move = whole ? '' : 'matrix(' + k + ' 0 0 1 ' + (left - from * k) + ' 0)';
    for (const area of prepared.areas) {
      const edge = from <= left ? left - 14 : left;
      area.setAttribute('width', Number(area.getAttribute('width')) + Number(area.getAttribute('x')) - edge);
      area.setAttribute('x', edge);
    }
    for (const path of prepared.stretched) {
      if (move === '') path.removeAttribute('transform');
      else path.setAttribute('transform', move);
    }
    for (const texture of prepared.textures) texture.setAttribute('patternTransform', 'scale(' + 1 / k + ' 1)');
    for (const { element, x } of prepared.points) {
      const place = toX(x);
      element.setAttribute('transform', 'translate(' + (place - x) + ' 0)');
      element.setAttribute('visibility', place < left - 1 || place > right + 1 ? 'hidden' : 'visible');
    }
    prepared.old.setAttribute('visibility', 'hidden');
    drawLinks();
    drawTicks();
    drawWords();
  };

  const view = (newFrom, newTo) => {
    const least = (right - left) / 100000;
    const width = Math.min(right - left, Math.max(least, newTo - newFrom));
    from = Math.min(Math.max(left, newFrom), right - width);
    to = from + width;
    draw();
  };
  const zoom = (factor, around = (from + to) / 2) => view(around - (around - from) / factor, around + (to - around) / factor);
  const pan = (share) => view(from + (to - from) * share, to + (to - from) * share);

  const place = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const inPlot = ({ x, y }) => x >= left && x <= right && y >= meeting.axis && y <= meeting.bottom;

  svg.addEventListener('wheel', (event) => {
    const point = place(event);
    if (!inPlot(point)) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.003), toBase(point.x));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      event.preventDefault();
      pan((event.deltaX || event.deltaY) * 0.001);
    }
  }, { passive: false });
  svg.addEventListener('dblclick', (event) => {
    const point = place(event);
    if (inPlot(point)) zoom(event.shiftKey ? 0.5 : 2, toBase(point.x));
  });

  let grip = null;
  svg.addEventListener('pointerdown', (event) => {
    dragged = false;
    const point = place(event);
    if (event.button === 0 && inPlot(point)) grip = { x: point.x, from, to };
  });
  svg.addEventListener('pointermove', (event) => {
    const point = place(event);
    pointAt(point);
    if (grip === null || (event.buttons & 1) === 0) return;
    if (!dragged && Math.abs(point.x - grip.x) < 4) return;
    if (!dragged) svg.setPointerCapture(event.pointerId);
    dragged = true;
    const by = ((point.x - grip.x) * (grip.to - grip.from)) / (right - left);
    view(grip.from - by, grip.to - by);
  });
  svg.addEventListener('pointerup', () => {
    grip = null;
    setTimeout(() => { dragged = false; });
  });
  svg.addEventListener('pointerleave', () => pointAt(null));

  /** A line under the pointer, with the exact time. */
  const pointer = make('svg:g', { 'pointer-events': 'none', visibility: 'hidden', 'aria-hidden': 'true' });
  const pointerLine = pointer.appendChild(make('svg:path', { class: 's-ink', 'stroke-width': 0.8, 'stroke-opacity': 0.6 }));
  const pointerBox = pointer.appendChild(make('svg:path', { class: 't-ink' }));
  const pointerTime = pointer.appendChild(make('svg:text', { class: 't-paper', 'font-size': 11, 'text-anchor': 'middle' }));
  svg.append(pointer);
  const pointAt = (point) => {
    const on = point !== null && inPlot(point);
    pointer.setAttribute('visibility', on ? 'visible' : 'hidden');
    if (!on) return;
    const written = local(timeAt(toBase(point.x)));
    const half = 40;
    pointerLine.setAttribute('d', 'M' + point.x + ',' + meeting.axis + 'V' + meeting.bottom);
    pointerBox.setAttribute('d', 'M' + (point.x - half) + ',' + (meeting.axis - 22) + 'h' + 2 * half + 'v18h' + -2 * half + 'z');
    pointerTime.setAttribute('x', point.x);
    pointerTime.setAttribute('y', meeting.axis - 9);
    pointerTime.textContent = written.slice(11, 23);
  };

  const acts = { in: () => zoom(2), out: () => zoom(0.5), whole: () => view(left, right), back: () => pan(-0.25), on: () => pan(0.25) };
  for (const button of section.querySelectorAll('.tools button')) button.addEventListener('click', acts[button.dataset.act]);
  section.querySelector('.figure').addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { '+': acts.in, '=': acts.in, '-': acts.out, 0: acts.whole, ArrowLeft: acts.back, ArrowRight: acts.on }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
for (const [index, section] of sections.entries()) zoomable(section, data.meetings[index], index);
`;

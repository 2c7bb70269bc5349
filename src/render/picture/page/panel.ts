/** Part of the page's script: what was clicked is told in a panel, with the log lines behind it. */
export const panelScript: string = `
const panel = document.getElementById('panel');
let openedBy = null;

const items = (list) => list.flatMap(({ title, detail, records }) => {
  const heading = make('h3', {}, title);
  if (detail !== '') heading.append(' ', make('small', {}, detail));
  const lines = make('ol');
  for (const index of records) {
    const [input, line, text] = data.records[index];
    const row = make('li');
    row.append(make('span', {}, data.inputs[input] + ':' + line), make('code', {}, text));
    lines.append(row);
  }
  return records.length === 0 ? [heading] : [heading, lines];
});

const show = (title, detail, parts, from) => {
  const close = make('button', { type: 'button', class: 'close' }, 'Close');
  close.addEventListener('click', hide);
  const heading = make('h2', {}, title);
  panel.replaceChildren(close, heading);
  if (detail !== '') panel.append(make('p', { class: 'small' }, detail));
  panel.append(...parts);
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.style.paddingBottom = panel.offsetHeight + 'px';
  openedBy = from;
  // What was asked about must not be behind the answer.
  const hidden = from.getBoundingClientRect().bottom + 24 - panel.getBoundingClientRect().top;
  if (hidden > 0) window.scrollBy({ top: hidden });
};

const hide = () => {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.style.paddingBottom = '';
  for (const lane of document.querySelectorAll('.lane.chosen')) lane.classList.remove('chosen');
  if (openedBy !== null && openedBy.focus) openedBy.focus({ preventScroll: true });
  openedBy = null;
};

const mark = (meeting, person) => {
  for (const lane of document.querySelectorAll('.lane.chosen')) lane.classList.remove('chosen');
  const row = data.meetings[meeting].rows.findIndex((people) => people.includes(person));
  const lane = sections[meeting].querySelector('.lane[data-row="' + row + '"]');
  if (lane !== null) lane.classList.add('chosen');
};

/** A person: one state of it, or its end, or everything. */
const showPerson = (meeting, person, state, from) => {
  const { name, facts, items: states, more, end } = data.meetings[meeting].people[person];
  mark(meeting, person);
  if (state === 'end' && end >= 0) return show(name, facts, items([more[end]]), from);
  if (state !== null && states[state] !== undefined) return show(name, facts, items([states[state]]), from);
  show(name, facts, items([...states, ...more]), from);
};

const showRow = (meeting, row, from) => {
  const people = data.meetings[meeting].rows[row];
  if (people.length === 1) return showPerson(meeting, people[0], null, from);
  const names = make('div', { class: 'names' });
  const asked = people.filter((person) => fitting[meeting][person]);
  for (const person of asked.length > 0 ? asked : people) {
    const button = make('button', { type: 'button', class: 'link-button' }, data.meetings[meeting].people[person].name);
    button.addEventListener('click', () => showPerson(meeting, person, null, from));
    names.append(button);
  }
  show((asked.length > 0 && asked.length < people.length ? asked.length + ' of ' : '') + people.length + ' participants who fared alike', 'Choose one to see the log lines behind it.', [names], from);
};

const showItem = (item, from) => show(item.title, item.detail, items([{ title: item.records.length === 1 ? 'The log line' : item.records.length === 0 ? 'No log line of its own: it follows from the lanes.' : 'The log lines', detail: '', records: item.records }]), from);

/** What an element stands for: the nearest that says so wins. */
const showElement = (target) => {
  const section = target.closest('section.meeting');
  const found = target.closest('[data-state],[data-link],[data-finding],[data-stretch],[data-person],[data-row]');
  if (section === null || found === null) return false;
  const meeting = sections.indexOf(section);
  const { link, finding, stretch, person, state, row } = found.dataset;
  const all = data.meetings[meeting];
  if (link !== undefined) showItem(all.links[link], found);
  else if (finding !== undefined) showItem(all.findings[finding], found);
  else if (stretch !== undefined) showItem(all.stretches[stretch], found);
  else if (person !== undefined) showPerson(meeting, Number(person), found.dataset.at === 'end' ? 'end' : Number(found.dataset.at), found);
  else if (row !== undefined) showRow(meeting, Number(row), found);
  else {
    const lane = found.closest('[data-row]');
    showPerson(meeting, all.rows[lane.dataset.row][0], Number(state), lane);
  }
  return true;
};

let dragged = false;
document.addEventListener('click', (event) => {
  if (dragged || panel.contains(event.target)) return;
  showElement(event.target);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
  if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
    event.preventDefault();
    document.getElementById('who').focus();
  }
  const lane = event.target.closest ? event.target.closest('.lane') : null;
  if (lane === null) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    showElement(lane);
  }
  const next = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  if (next !== undefined && lane[next] !== null && lane[next].classList.contains('lane')) {
    event.preventDefault();
    lane.setAttribute('tabindex', '-1');
    lane[next].setAttribute('tabindex', '0');
    lane[next].focus();
  }
});
for (const section of sections) {
  for (const [index, lane] of section.querySelectorAll('.lane').entries()) lane.setAttribute('tabindex', index === 0 ? '0' : '-1');
}
`;

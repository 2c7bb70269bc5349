/** Part of the page's script: who does not fit the filter is dimmed, and left out of the chronicle. */
export const filterScript: string = `
const form = document.getElementById('filters');
const count = document.getElementById('count');
/** Whether a person fits what is asked for now, by meeting. */
let fitting = data.meetings.map(({ people }) => people.map(() => true));

const applyFilter = () => {
  const who = form.elements.who.value.trim().toLowerCase();
  const role = form.elements.role.value;
  const state = form.elements.state.value;
  const filtering = who !== '' || role !== '' || state !== '';
  let matching = 0;
  let all = 0;
  for (const [index, section] of sections.entries()) {
    const { people, rows, links } = data.meetings[index];
    const fits = people.map((person) => person.key.includes(who) && (role === '' || person.role === role) && (state === '' || person.states.includes(state)));
    fitting[index] = fits;
    matching += fits.filter(Boolean).length;
    all += people.length;
    for (const lane of section.querySelectorAll('.lane')) lane.classList.toggle('dim', !rows[lane.dataset.row].some((person) => fits[person]));
    for (const mark of section.querySelectorAll('.numbers [data-of]')) mark.classList.toggle('dim', !rows[mark.dataset.of].some((person) => fits[person]));
    for (const element of section.querySelectorAll('.link,.callout')) {
      element.classList.toggle('dim', filtering && !links[element.dataset.link].people.some((person) => fits[person]));
    }
    for (const line of section.querySelectorAll('.chronicle li')) {
      const { person, link } = line.querySelector('button').dataset;
      line.hidden = filtering && !(person === undefined ? links[link].people.some((each) => fits[each]) : fits[person]);
    }
  }
  count.textContent = filtering ? matching + ' of ' + all + ' participants' : all + (all === 1 ? ' participant' : ' participants');
};

form.addEventListener('input', applyFilter);
form.addEventListener('reset', () => setTimeout(applyFilter));
form.addEventListener('submit', (event) => event.preventDefault());
applyFilter();
`;

// Wat een pagina met de kaart kan: opdrachten geven en horen wat de bezoeker doet.
const view = document.getElementById('plan');
const told = document.getElementById('told');

for (const button of document.querySelectorAll('[data-send]')) {
  button.addEventListener('click', () => view.send(JSON.parse(button.dataset.send)));
}

for (const type of ['ready', 'selection', 'scenario', 'camera', 'error']) {
  view.addEventListener(`tweelingstad:${type}`, ({ detail }) => {
    const line = document.createElement('li');
    line.textContent = `${type} ${JSON.stringify(detail)}`;
    told.prepend(line);
    while (told.childElementCount > 12) told.lastElementChild.remove();
  });
}

// Cards by keyboard: space shows the answer and then grades Good, 1–4 grade, u takes the last grade back.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog')) return;
  const answer = document.querySelector('.card-answer');
  if (event.key === ' ' && answer) {
    event.preventDefault();
    if (!answer.open) answer.open = true;
    else document.querySelector('.grades [data-key="3"]').click();
  } else if (/^[1-4]$/.test(event.key) && answer) {
    if (!answer.open) answer.open = true;
    else document.querySelector(`.grades [data-key="${event.key}"]`).click();
  } else if (event.key === 'u') {
    document.querySelector('.undo button')?.click();
  }
});

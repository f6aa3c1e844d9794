"use strict";
// Without these lines each row shows the week in which the page was written, and all others.
(() => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  for (const all of document.querySelectorAll(".all")) {
    const weeks = [...all.children];
    const week = weeks.filter((item) => item.dataset.from <= today).pop() ?? weeks[0];
    all.parentElement.previousElementSibling.replaceChildren(week.cloneNode(true));
  }
})();

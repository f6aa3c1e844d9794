"use strict";
// Without these lines nothing is missing: they only bring the next card to the top.
(() => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const cards = [...document.querySelectorAll("article[data-date]")];
  const next = cards.find((card) => card.dataset.date >= today);
  if (!next) return;
  const copy = next.cloneNode(true);
  const box = document.getElementById("next");
  const heading = copy.querySelector("h3");
  copy.id = "next-card";
  heading.id = "next-card-h";
  copy.setAttribute("aria-labelledby", heading.id);
  copy.classList.remove("page");
  if (next.dataset.date === today) box.firstElementChild.textContent = "Today";
  box.append(copy);
  box.hidden = false;
  document.querySelector(`.weeks a[href="#${next.id}"]`).setAttribute("aria-current", "date");
})();

// Everything works without this: it opens the right evidence, opens the proof for printing, and filters the lists.
(function () {
  "use strict";
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    for (var box = target; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
    }
    if (target) target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  var opened = [];
  addEventListener("beforeprint", function () {
    // The list page is the proof; in the whole report the folds a reader opened are enough.
    var proofs = document.getElementById("matriks") ? "" : "#tanpa-situs details, ";
    opened = Array.prototype.filter.call(document.querySelectorAll(proofs + "#angka details"), function (d) { return !d.open; });
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
  });

  document.querySelectorAll("[data-filter]").forEach(function (box) {
    var field = box.querySelector("input");
    box.hidden = false;
    field.addEventListener("input", function () {
      var wanted = field.value.toLowerCase();
      document.querySelectorAll(box.dataset.filter).forEach(function (row) {
        row.hidden = row.dataset.name.indexOf(wanted) < 0;
      });
    });
  });
})();

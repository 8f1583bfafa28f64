"""The pages of the plan, by their names; what stands in their addresses comes from `fill`."""

PLAN_PAGES = {
    "plan": "/plan/",
    "plan-tabell": "/plan/tabell/",
    "plan-mellan": "/plan/mellan-test-och-vardag/",
    "plan-omrade": "/plan/omraden/{area}/",
    "plan-aktor": "/plan/aktorer/{actor}/",
    "plan-be-om": "/plan/be-om-bedomning/",
    "plan-bedom": "/plan/bedom/{actor}/",
    "plan-forslag": "/plan/forslag/",
    "plan-ny": "/plan/ny/",
    "plan-klistra-in": "/plan/ny/?satt=disposition",
    "plan-andra": "/plan/{plan}/redigera/",
    "plan-del": "/plan/delar/{part}/",
    "plan-steg": "/plan/delar/{step}/",
    "plan-aktorer": "/plan/{plan}/aktorer/",
    "plan-tider": "/plan/tider/",
    "plan-tid-ny": "/plan/tider/ny/",
    "plan-ord": "/plan/lydelser/",
    "plan-lydelser": "/plan/delar/{step}/lydelser/",
    "plan-ny-lydelse": "/plan/delar/{step}/ny-lydelse/?sok=plan",
}

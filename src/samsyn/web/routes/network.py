"""Who there is: bodies, organisations, people, and who sits where."""

from samsyn.web.routes.routing import page
from samsyn.web.views import actor_changes, bodies, new_actors, organisations, people, seats

PAGES = [
    page("organ/", bodies.bodies, "bodies", "register.read"),
    page("organ/<int:body_id>/", bodies.body, "body", "register.read"),
    page("organ/<int:body_id>/platser/", seats.answer_proposal, "answer_seat_proposal", "register.open_seat"),
    page("organ/<int:body_id>/platser/ny/", seats.new_seat, "new_seat", "register.open_seat"),
    page("organ/<int:body_id>/andra/", actor_changes.change_body, "change_body", "register.name_actor"),
    page("organ/nytt/", new_actors.new_body, "new_body", "register.add_body"),
    page("platser/<int:seat_id>/", seats.change_seat, "change_seat", "register.change_seat"),
    page("platser/<int:seat_id>/avsluta/", seats.end_seat, "end_seat", "register.end_seat"),
    page("organisationer/", organisations.organisations, "organisations", "register.read"),
    page(
        "organisationer/<int:organisation_id>/", organisations.organisation, "organisation", "register.read"
    ),
    page(
        "organisationer/<int:organisation_id>/andra/",
        actor_changes.change_organisation,
        "change_organisation",
        "register.name_actor",
    ),
    page("organisationer/ny/", new_actors.new_organisation, "new_organisation", "register.add_organisation"),
    page("personer/", people.people, "people", "register.read"),
    page("personer/<int:person_id>/", people.person, "person", "register.read"),
    page(
        "personer/<int:person_id>/andra/",
        actor_changes.change_person,
        "change_person",
        "register.change_person",
    ),
    page("personer/<int:person_id>/plats/", seats.choose_body, "choose_body", "register.open_seat"),
    page("personer/ny/", new_actors.new_person, "new_person", "register.add_person"),
]

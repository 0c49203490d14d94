package holdfast.server.drill;

import holdfast.server.access.Invitations;
import holdfast.server.access.NewPerson;
import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.RoleProposals;
import holdfast.server.access.SetUp;
import holdfast.server.incident.OfficeProfile;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.procedure.Guideline;
import holdfast.server.procedure.Guidelines;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Rule;
import java.time.Duration;
import java.util.List;

/** Sets the office up as its first administrator would: sites, people, a procedure, and a guideline to carry by. */
final class StageOffice implements Stage {
    /** The procedure of the drill's morning: two persons, a seal, keys apart, the guideline acknowledged. */
    static final List<Rule> RULES = List.of(
            new Rule.TwoPersons(),
            new Rule.SealPresent(),
            new Rule.KeysApart(),
            new Rule.GuidelineAcknowledged(),
            new Rule.ReadableByNobody(),
            new Rule.RoutePermitted(),
            new Rule.DueWithin(Duration.ofHours(4)));

    private static final Duration USUAL_TRIP = Duration.ofMinutes(45);

    @Override
    public String title() {
        return "Setting up an office";
    }

    @Override
    public String run(Drill drill) {
        administrator(drill);
        Places places = drill.service(Places.class);
        for (Site site : List.of(Office.TOWER, Office.QUEENSWAY)) {
            places.add(site, Office.ADMIN);
        }
        places.route(Office.TOWER.id(), Office.QUEENSWAY.id(), USUAL_TRIP, Office.ADMIN);
        people(drill);
        places.post(Office.OPERATOR, Office.TOWER.id(), Office.ADMIN);
        places.post(Office.GIVER, Office.TOWER.id(), Office.ADMIN);
        places.post(Office.RECEIVER, Office.QUEENSWAY.id(), Office.ADMIN);
        drill.service(OfficeProfile.class).set(OfficeParticulars.all(drill.port()), Office.ADMIN);
        procedure(drill);
        guideline(drill);
        return "two sites, " + Words.count(Office.people().size() + 1, "person") + ", a procedure, a guideline";
    }

    private static void administrator(Drill drill) {
        SetUp setUp = drill.service(SetUp.class);
        Invitations.Token token = setUp.token()
                .orElseThrow(() -> new IllegalStateException("this data folder has an administrator already"));
        setUp.firstAdministrator(token, Office.administrator(), drill.password());
    }

    private static void people(Drill drill) {
        People people = drill.service(People.class);
        Invitations invitations = drill.service(Invitations.class);
        for (NewPerson newPerson : Office.people()) {
            Person person = people.enrol(newPerson, Office.ADMIN);
            invitations.accept(invitations.invite(person.id(), Office.ADMIN), drill.password());
        }
        confirmRoles(drill.service(RoleProposals.class));
    }

    /** The administrator alone makes nobody a key holder: the head of office is the second person. */
    private static void confirmRoles(RoleProposals proposals) {
        for (RoleProposals.Proposal waiting : proposals.open()) {
            proposals.confirm(waiting.person(), Office.HEAD);
        }
    }

    private static void procedure(Drill drill) {
        Procedures procedures = drill.service(Procedures.class);
        int number = procedures
                .propose(
                        new Procedures.NewProcedure(
                                "Transit of backup media", "The first procedure of this office.", RULES),
                        Office.MANAGER)
                .number();
        procedures.approve(number, Office.HEAD);
    }

    private static void guideline(Drill drill) {
        Guidelines guidelines = drill.service(Guidelines.class);
        Guideline issued = guidelines.issue(guidelines.suggested(), Office.MANAGER);
        People people = drill.service(People.class);
        for (var who : List.of(Office.COURIER, Office.GIVER, Office.RECEIVER)) {
            guidelines.acknowledge(issued.number(), people.person(who).language(), who);
        }
    }
}

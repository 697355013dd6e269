package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Envelope;
import dev.saveschema.processor.problem.EnvelopeProblems;
import dev.saveschema.processor.read.mirror.Ancestors;
import dev.saveschema.processor.read.mirror.Mirror;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Reads the way in which a schema's documents hold their version, and makes sure that generated code can make an envelope's class.
 */
final class EnvelopeReader {

    private static final String INTERFACE = "dev.saveschema.Envelope";

    private final Reading reading;
    private final Accessibility reach;

    EnvelopeReader(Reading reading, Accessibility reach) {
        this.reading = reading;
        this.reach = reach;
    }

    /** The envelope. If it cannot be used, which is reported, SaveSchema's own. */
    Envelope read(Mirror saveSchema) {
        boolean inMember = saveSchema.has("versionMember");
        if (!saveSchema.has("envelope")) {
            return inMember
                    ? new Envelope.Member(saveSchema.text("versionMember"), saveSchema.origin("versionMember"))
                    : new Envelope.None();
        }
        if (inMember) {
            reading.report(EnvelopeProblems.twice(saveSchema.origin("versionMember")));
            return new Envelope.None();
        }
        return custom(saveSchema);
    }

    private Envelope custom(Mirror saveSchema) {
        TypeElement type = saveSchema.type("envelope");
        String name = type.getSimpleName().toString();
        Ancestors.requireResolved(type);
        TypeElement required = reading.elements.getTypeElement(INTERFACE);
        if (required == null || !reading.types.isAssignable(type.asType(), required.asType())) {
            reading.report(EnvelopeProblems.notAnEnvelope(saveSchema.origin("envelope"), name));
            return new Envelope.None();
        }
        Optional<String> hindrance = new Constructible(reach).hindrance(type);
        if (hindrance.isPresent()) {
            reading.report(EnvelopeProblems.cannotBeMade(saveSchema.origin("envelope"), name, hindrance.get()));
            return new Envelope.None();
        }
        reading.uses(type);
        return new Envelope.Custom(reading.refTo(type), saveSchema.origin("envelope"));
    }
}

package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.SummaryProblems;
import java.util.ArrayList;
import java.util.List;

/**
 * A summary is made of single values at the root of the document, such as a number or a text. A list of slots reads only the
 * beginning of a large file, where these values are written.
 */
final class SummaryCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        List<Problem> problems = new ArrayList<>();
        for (RecordModel record : schema.records()) {
            for (Component component : record.components()) {
                component.summary().ifPresent(at -> {
                    if (record != schema.root()) {
                        problems.add(SummaryProblems.ofPart(
                                at,
                                component.name(),
                                record.type().simpleName(),
                                schema.root().type().simpleName()));
                    } else if (!isSingle(component.shape())) {
                        problems.add(SummaryProblems.notSingle(at, component.name(), kind(component.shape())));
                    }
                });
            }
        }
        return problems;
    }

    private static boolean isSingle(Shape shape) {
        return shape instanceof Shape.OptionalOf optional
                ? isSingle(optional.of())
                : kind(shape).isEmpty();
    }

    /** {@code a map}, {@code a collection}, {@code a record}; empty for a single value. */
    private static String kind(Shape shape) {
        return shape.accept(new Shape.Visitor<>() {
            @Override
            public String flag(Shape.Flag flag) {
                return "";
            }

            @Override
            public String whole(Shape.Whole whole) {
                return "";
            }

            @Override
            public String decimal(Shape.Decimal decimal) {
                return "";
            }

            @Override
            public String letter(Shape.Letter letter) {
                return "";
            }

            @Override
            public String text(Shape.Text text) {
                return "";
            }

            @Override
            public String enumeration(Shape.Enumeration enumeration) {
                return "";
            }

            @Override
            public String scalar(Shape.Scalar scalar) {
                return "";
            }

            @Override
            public String custom(Shape.Custom custom) {
                return "";
            }

            @Override
            public String anything(Shape.Anything anything) {
                return "any JSON";
            }

            @Override
            public String optionalOf(Shape.OptionalOf optional) {
                return kind(optional.of());
            }

            @Override
            public String sequence(Shape.Sequence sequence) {
                return "a collection";
            }

            @Override
            public String mapping(Shape.Mapping mapping) {
                return "a map";
            }

            @Override
            public String nested(Shape.Nested nested) {
                return "a record";
            }

            @Override
            public String choice(Shape.Choice choice) {
                return "one of several records";
            }

            @Override
            public String oneOf(Shape.OneOf oneOf) {
                return "one of several records";
            }
        });
    }
}

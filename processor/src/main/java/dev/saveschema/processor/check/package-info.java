/**
 * Finds mistakes in a schema that could be read. Each check is a class of its own, and sees only the model.
 *
 * <ul>
 *   <li>{@link dev.saveschema.processor.check.Checks} runs every {@code Check};
 *   <li>of defaults: {@code MissingDefaultCheck}, {@code DefaultCheck}, {@code DefaultLimitCheck}; {@code SuggestedDefaults} and
 *       {@code MeantDefaults} are what their messages offer;
 *   <li>of limits: {@code LimitCheck} with {@code RangeCheck}, {@code LiteralLimitCheck}, {@code LimitText};
 *   <li>of names: {@code NameCheck}, {@code NameCollisionCheck} with {@code NameScope} and {@code NameUse}, {@code DiscriminatorCheck},
 *       {@code IdCheck};
 *   <li>of changes between versions: {@code VersionCheck}, {@code ChangeVersionCheck}, {@code RenameCheck}, {@code RemovalCheck},
 *       {@code MoveCheck}, {@code ConversionCheck}, {@code StepCheck}, with {@code FormerMembers};
 *   <li>of the shape of a schema: {@code RecursionCheck}, {@code SummaryCheck}, with {@code RecordPlaces} and {@code ShapeText}.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.check;

import org.jspecify.annotations.NullMarked;

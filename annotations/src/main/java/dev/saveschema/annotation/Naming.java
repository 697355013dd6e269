package dev.saveschema.annotation;

/** How the name of a component is spelled in the file, unless {@link Name} says otherwise. */
public enum Naming {
    /** As the component is declared: {@code currentStepId}. */
    AS_DECLARED,
    /** Lower case, words joined by underscores: {@code currentStepId} becomes {@code current_step_id}. */
    SNAKE_CASE,
    /** Lower case, words joined by hyphens: {@code currentStepId} becomes {@code current-step-id}. */
    KEBAB_CASE
}

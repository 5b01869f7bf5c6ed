package vn.motcua.dossier.edge;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Constraints of request records that do not hold: 422 with a pointer each; those of query parameters: 400. */
final class Violations {

    private Violations() {}

    /** What a resource method returned breaks its own constraint: a bug of ours, not of the caller. */
    static boolean ofAnswer(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .anyMatch(violation ->
                        nodes(violation).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE));
    }

    static Problem problem(ConstraintViolationException violated) {
        var all = violated.getConstraintViolations().stream()
                .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .toList();
        var inBody =
                all.stream().anyMatch(violation -> nodes(violation).stream().anyMatch(Violations::ofBody));
        var problem = Problem.of(inBody ? ProblemType.RULE_VIOLATED : ProblemType.MALFORMED);
        for (var violation : all) {
            add(problem, violation);
        }
        return problem;
    }

    private static void add(Problem problem, ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var parameter = "";
        for (var node : nodes(violation)) {
            if (ofBody(node)) {
                index(node, pointer);
                if (node.getName() != null && !node.getName().startsWith("<")) {
                    pointer.append('/').append(JsonFaults.escaped(node.getName()));
                }
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
        }
        // Already in the caller's language.
        var message = violation.getMessage();
        if (pointer.isEmpty()) {
            problem.parameter(parameter, message, message);
        } else {
            problem.pointer(pointer.toString(), message, message);
        }
    }

    private static void index(Path.Node node, StringBuilder pointer) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(JsonFaults.escaped(node.getKey().toString()));
        }
    }

    private static boolean ofBody(Path.Node node) {
        return node.getKind() == ElementKind.PROPERTY
                || node.getKind() == ElementKind.CONTAINER_ELEMENT
                || node.getKind() == ElementKind.BEAN;
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        return nodes;
    }
}

/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.action;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.definitions.Readme;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.ActionOutput;
import org.openhab.core.automation.annotation.RuleAction;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingActionsScope;

/**
 * What openHAB asks of the form of actions, and that every action is told of in the README.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ActionFormTest {
    private static final String REFERENCE = "@text/";
    /** Of these openHAB's user interface makes a field. */
    private static final Set<Class<?>> ENTERED = Set.of(Integer.class, LocalDate.class);

    private static List<Method> actions(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(RuleAction.class))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(classes = { InverterActions.class, BridgeActions.class })
    void theDslFindsAStaticMethodForEachAction(Class<?> type) throws NoSuchMethodException {
        assertThat(actions(type), is(not(empty())));
        for (Method action : actions(type)) {
            List<Class<?>> parameters = new ArrayList<>(List.of(ThingActions.class));
            parameters.addAll(List.of(action.getParameterTypes()));
            Method twin = type.getMethod(action.getName(), parameters.toArray(Class[]::new));
            assertThat(twin.toString(), Modifier.isStatic(twin.getModifiers()), is(true));
            assertThat(twin.getReturnType(), is(action.getReturnType()));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = { InverterActions.class, BridgeActions.class })
    void inputsAndOutputsAreNamedAndOfTypesThatCanBeEnteredAndShown(Class<?> type) {
        for (Method action : actions(type)) {
            for (Parameter parameter : action.getParameters()) {
                ActionInput input = Objects.requireNonNull(parameter.getAnnotation(ActionInput.class));
                assertThat(action.getName(), ENTERED, hasItem(parameter.getType()));
                assertThat(action.getName(), input.type(), is(parameter.getType().getName()));
                assertThat(action.getName(), input.name(), matchesPattern("[a-z]+"));
            }
            if (action.getReturnType() != void.class) {
                List<ActionOutput> outputs = outputs(action);
                if (action.getReturnType() != Map.class) {
                    assertThat("openHAB warns of a single output by any other name",
                            outputs.stream().map(ActionOutput::name).toList(), contains("result"));
                    assertThat(action.getName(), outputs.get(0).type(),
                            is(action.getReturnType() == boolean.class ? "java.lang.Boolean" : "java.lang.String"));
                }
                outputs.forEach(
                        output -> assertThat(output.type(), is(in(List.of("java.lang.Boolean", "java.lang.String")))));
                outputs.forEach(output -> assertThat(output.name(), matchesPattern("[a-z]+")));
            }
        }
    }

    @Test
    void everyTextOfTheAnnotationsExistsAndEveryTextIsOfAnAnnotation() {
        Set<String> used = new TreeSet<>();
        for (Class<?> type : List.of(InverterActions.class, BridgeActions.class)) {
            for (Method action : actions(type)) {
                RuleAction own = Objects.requireNonNull(action.getAnnotation(RuleAction.class));
                used.addAll(List.of(own.label(), own.description()));
                for (Parameter parameter : action.getParameters()) {
                    ActionInput input = Objects.requireNonNull(parameter.getAnnotation(ActionInput.class));
                    used.addAll(List.of(input.label(), input.description()));
                }
                outputs(action).forEach(output -> used.add(output.label()));
            }
        }
        Set<String> present = new TreeSet<>();
        Texts.english().byKey().keySet().stream().filter(key -> key.startsWith("action."))
                .forEach(key -> present.add(REFERENCE + key));
        assertThat(present, is(used));
    }

    @Test
    void eachClassHasAScopeOfItsOwnAsTheReadmeSays() {
        assertThat(scope(InverterActions.class), is("selectronic"));
        assertThat(scope(BridgeActions.class), is("selectronic-bridge"));
        List<String> rows = new Readme().table("Actions", "Action", "Thing", "Inputs", "Output", "Description").stream()
                .map(row -> String.join(" ", row.subList(0, 4))).toList();
        Set<String> expected = new TreeSet<>();
        Set<String> ofBridges = new TreeSet<>(actions(BridgeActions.class).stream().map(Method::getName).toList());
        for (Method action : actions(InverterActions.class)) {
            String inputs = String.join(", ", Stream.of(action.getParameters()).map(ActionFormTest::input).toList());
            String outputs = String.join(", ", outputs(action).stream()
                    .map(output -> "`" + output.name() + "` (" + simple(output.type()) + ")").toList());
            expected.add("`" + action.getName() + "` "
                    + (ofBridges.remove(action.getName()) ? "inverter, bridge" : "inverter") + " "
                    + (inputs.isEmpty() ? "–" : inputs) + " " + (outputs.isEmpty() ? "–" : outputs));
        }
        assertThat(new TreeSet<>(rows), is(expected));
        assertThat("a bridge can do what an inverter can", ofBridges, is(empty()));
        String code = String.join("\n", new Readme().lines());
        assertThat(code, containsString("getActions(\"selectronic\", "));
        assertThat(code, containsString("getActions(\"selectronic-bridge\", "));
    }

    private static List<ActionOutput> outputs(Method action) {
        return List.of(action.getAnnotationsByType(ActionOutput.class));
    }

    private static String input(Parameter parameter) {
        ActionInput input = Objects.requireNonNull(parameter.getAnnotation(ActionInput.class));
        return "`" + input.name() + "` (" + simple(input.type()) + ")";
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String scope(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(ThingActionsScope.class)).name();
    }
}

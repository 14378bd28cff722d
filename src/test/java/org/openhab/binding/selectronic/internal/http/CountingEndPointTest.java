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
package org.openhab.binding.selectronic.internal.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Jetty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What counts the bytes of a connection changes nothing else of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CountingEndPointTest {
    private final List<String> called = new ArrayList<>();
    private int comes = 10;
    private final EndPoint inner = (EndPoint) Proxy.newProxyInstance(EndPoint.class.getClassLoader(),
            new Class<?>[] { EndPoint.class }, (proxy, method, arguments) -> {
                called.add(method.getName());
                return method.getName().equals("fill") ? comes : none(method.getReturnType());
            });
    private final ByteLimit limit = new ByteLimit(25);
    private final EndPoint counting = counting(inner, limit);

    /** Each generation of Jetty has its own, which the other's compiler does not see. */
    private static EndPoint counting(EndPoint inner, ByteLimit limit) {
        String type = Jetty.VERSION.startsWith("9.") ? "Jetty9EndPoint" : "Jetty12EndPoint";
        try {
            Constructor<?> constructor = Class.forName(ByteLimit.class.getPackageName() + "." + type)
                    .getDeclaredConstructor(EndPoint.class, ByteLimit.class);
            return (EndPoint) Objects.requireNonNull(constructor.newInstance(inner, limit));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object none(Class<?> type) {
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        }
        return type == long.class ? Long.valueOf(0) : null;
    }

    static Stream<Method> calls() {
        Class<?> type = counting((EndPoint) Proxy.newProxyInstance(EndPoint.class.getClassLoader(),
                new Class<?>[] { EndPoint.class }, (proxy, method, arguments) -> null), new ByteLimit(1)).getClass();
        return Stream.of(type.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @Test
    void allThatReadsAndWritesIsAmongTheCalls() {
        assertThat(calls().map(Method::getName).toList(), hasItems("fill", "flush", "write", "close"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachCallReachesTheSocket(Method method) throws ReflectiveOperationException {
        method.setAccessible(true);
        method.invoke(counting, Stream.of(method.getParameterTypes()).map(CountingEndPointTest::none).toArray());
        assertThat(called, contains(method.getName()));
    }

    @Test
    void moreThanIsAllowedIsNotRead() throws IOException {
        assertThat(counting.fill(ByteBuffer.allocate(10)), is(10));
        assertThat(counting.fill(ByteBuffer.allocate(10)), is(10));
        assertThrows(IOException.class, () -> counting.fill(ByteBuffer.allocate(10)));
        assertThat(limit.isExceeded(), is(true));
        limit.reset();
        assertThat(counting.fill(ByteBuffer.allocate(10)), is(10));
    }

    @Test
    void whoReadsOnAfterTheEndReadsNothing() {
        comes = 1;
        limit.close();
        assertThrows(EOFException.class, () -> counting.fill(ByteBuffer.allocate(1)));
    }
}

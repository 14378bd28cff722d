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
package org.openhab.binding.selectronic.internal.handler;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.thing.ThingUID;

/**
 * What is remembered of credentials, over restarts, and what clears it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RefusedCredentialsTest {
    private static final ThingUID ONE = new ThingUID("selectronic:tunnel:one");
    private static final ThingUID OTHER = new ThingUID("selectronic:tunnel:one2");

    private final FakeStorage storage = new FakeStorage();
    private RefusedCredentials refused = new RefusedCredentials(storage);

    private Credential account(ThingUID thing, String password) {
        return refused.of(thing).of("account", "select.live", "owner@example.org", password);
    }

    private void restart() {
        refused = new RefusedCredentials(storage);
    }

    @Test
    void aPlainRefusalLastsOverRestartsForThatSecretAndThing() {
        account(ONE, "a").refuse();
        restart();
        assertThat(account(ONE, "a").isRefused(), is(true));
        assertThat(account(ONE, "b").isRefused(), is(false));
        assertThat(account(OTHER, "a").isRefused(), is(false));
        assertThat(refused.of(ONE).of("unit 240001", "a").isRefused(), is(false));
    }

    @Test
    void threeDoubtsInARowAreARefusalHoweverOftenOpenHabIsRestarted() {
        assertThat(account(ONE, "a").doubt(), is(1));
        restart();
        assertThat(account(ONE, "a").doubt(), is(2));
        restart();
        assertThat(account(ONE, "a").isRefused(), is(false));
        assertThat(account(ONE, "a").doubt(), is(Credential.DOUBTFUL_ATTEMPTS));
        restart();
        assertThat(account(ONE, "a").isRefused(), is(true));
        assertThat(account(ONE, "a").doubt(), is(Credential.DOUBTFUL_ATTEMPTS));
    }

    @Test
    void doubtsBeforeAnAcceptanceDoNotCountAndNothingIsKeptOfWhatIsAccepted() {
        Credential credential = account(ONE, "a");
        credential.doubt();
        credential.doubt();
        credential.accept();
        assertThat(storage.getKeys(), is(empty()));
        assertThat(credential.wasAccepted(), is(true));
        assertThat(credential.doubt(), is(1));
        credential.refuse();
        assertThat(credential.wasAccepted(), is(false));
    }

    @Test
    void oneHashIsKeptForEachPurposeHoweverManySecretsWereTried() {
        for (String password : new String[] { "a", "b", "c", "d" }) {
            account(ONE, password).refuse();
            refused.of(ONE).of("unit 240001", password).doubt();
        }
        assertThat(storage.getKeys(), containsInAnyOrder(ONE + " account", ONE + " unit 240001"));
        assertThat(storage.getValues(), everyItem(not(containsString("owner@example.org"))));
    }

    @Test
    void whatBelongsToAThingGoesWithItAndNothingElse() {
        account(ONE, "a").refuse();
        account(OTHER, "a").refuse();
        refused.forget(ONE);
        assertThat(storage.getKeys(), contains(OTHER + " account"));
        assertThat(account(ONE, "a").isRefused(), is(false));
    }

    /** The owner saves the thing while a log-in is under way. */
    @Test
    void howAnAttemptEndsThatWasMadeBeforeTheThingWasSavedDoesNotCount() {
        Credential before = account(ONE, "a");
        refused.forget(ONE);
        before.refuse();
        before.doubt();
        assertThat(storage.getKeys(), is(empty()));
        assertThat(account(ONE, "a").isRefused(), is(false));
    }

    @Test
    void oneAttemptAtATimeIsMadeAndNoneAfterTheOneBeforeWasRefused() {
        CompletableFuture<String> first = new CompletableFuture<>();
        AtomicInteger attempts = new AtomicInteger();
        Credential before = account(ONE, "a");
        var one = before.alone(() -> first, () -> new SourceException(Problem.ACCOUNT_REFUSED));
        var two = account(ONE, "a").alone(() -> {
            attempts.incrementAndGet();
            return CompletableFuture.completedFuture("in");
        }, () -> new SourceException(Problem.ACCOUNT_REFUSED));
        assertThat(attempts.get(), is(0));
        before.refuse();
        first.completeExceptionally(new SourceException(Problem.ACCOUNT_REFUSED));
        assertThat(one.isCompletedExceptionally() && two.isCompletedExceptionally(), is(true));
        assertThat(attempts.get(), is(0));
    }
}

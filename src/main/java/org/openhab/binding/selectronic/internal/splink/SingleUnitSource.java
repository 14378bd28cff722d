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
package org.openhab.binding.selectronic.internal.splink;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.link.Link;

/**
 * A source with one unit: a serial port, or a network adapter in front of one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SingleUnitSource extends SpLinkSource {
    private static final String UNNAMED = "1";

    private final String name;
    private final Opening opening;
    private @Nullable UnitSession session;
    private @Nullable Link tried;
    private int releases;
    private boolean unused;
    private boolean closed;

    /** Opens a session on the connection; may block, for example to detect the speed of the serial line. */
    interface Opening {
        /** @param attempt receives each link that is opened in the process */
        UnitSession open(Attempt attempt) throws SourceException, InterruptedException;

        /**
         * @param failure why a session could not be used
         * @return whether a new session may be more successful, e.g. at another speed
         */
        default boolean isRepeatedAfter(SourceException failure) {
            return false;
        }
    }

    /** An opening that can be aborted. */
    interface Attempt {
        /** Called before a link is opened. Fails if the opening was aborted. */
        void trying(Link link) throws SourceException;
    }

    SingleUnitSource(ConnectionType connectionType, String name, NativeAccess access, Opening opening) {
        super(connectionType, access);
        this.name = name;
        this.opening = opening;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    List<Unit> readUnits() throws SourceException, InterruptedException {
        UnitSession open = session();
        try {
            List<Unit> units = List.of(unit(open.identify()));
            if (isUnused()) {
                endSession();
            }
            return units;
        } catch (SourceException e) {
            failed(open, e);
            throw e;
        }
    }

    @Override
    public Identity identity(Unit unit) {
        UnitSession open = current();
        return open == null ? unit.identity()
                : open.identity().filter(now -> isOf(unit, now)).orElseGet(unit::identity);
    }

    @Override
    UnitSession session(Unit unit) throws SourceException, InterruptedException {
        synchronized (this) {
            unused = false;
        }
        return session();
    }

    /**
     * Returns no session if the unit was replaced by another: the log of the other one is read once it is known as a
     * unit.
     */
    @Override
    @Nullable
    UnitSession openSession(Unit unit) {
        UnitSession open = current();
        return open == null || open.identity().stream().anyMatch(now -> !isOf(unit, now)) ? null : open;
    }

    /** Whether an identity is that of a unit. */
    static boolean isOf(Unit unit, Identity identity) {
        return Objects.equals(SerialNumber.normal(unit.identity().serialNumber()),
                SerialNumber.normal(identity.serialNumber()));
    }

    private static Unit unit(Identity identity) {
        @Nullable
        String serialNumber = identity.serialNumber();
        return new Unit(serialNumber == null ? UNNAMED : serialNumber, identity);
    }

    private synchronized @Nullable UnitSession current() {
        return session;
    }

    private synchronized boolean isUnused() {
        return unused;
    }

    private UnitSession session() throws SourceException, InterruptedException {
        int before;
        synchronized (this) {
            UnitSession open = session;
            if (open != null) {
                return open;
            }
            before = releases;
        }
        UnitSession fresh;
        try {
            fresh = opening.open(link -> trying(link, before));
        } finally {
            synchronized (this) {
                tried = null;
            }
        }
        fresh.listen(words -> show(UNNAMED, words));
        synchronized (this) {
            if (isWanted(before)) {
                session = fresh;
                return fresh;
            }
        }
        fresh.close();
        throw new SourceException(Problem.LINK_CUT, name);
    }

    private synchronized void trying(Link link, int before) throws SourceException {
        if (!isWanted(before)) {
            throw new SourceException(Problem.LINK_CUT, name);
        }
        tried = link;
    }

    /** Whether the connection was neither closed nor released since an opening started. */
    private boolean isWanted(int before) {
        return !closed && releases == before;
    }

    @Override
    void failed(UnitSession broken, SourceException failure) {
        if (!opening.isRepeatedAfter(failure)) {
            return;
        }
        synchronized (this) {
            if (session == broken) {
                session = null;
            }
        }
        broken.close();
    }

    @Override
    void forget() {
        UnitSession open = current();
        if (open != null) {
            open.forget();
        }
    }

    @Override
    void endSession() {
        UnitSession open;
        Link opened;
        synchronized (this) {
            releases++;
            open = session;
            session = null;
            opened = tried;
        }
        if (opened != null) {
            opened.close();
        }
        if (open != null) {
            open.close();
        }
    }

    /** The only unit is no longer read: from now on, the connection is opened only briefly for the list of units. */
    @Override
    void endSession(Unit unit) {
        synchronized (this) {
            unused = true;
        }
        endSession();
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        Link opened;
        synchronized (this) {
            closed = true;
            opened = tried;
        }
        if (opened != null) {
            opened.close();
        }
        return super.disconnect();
    }
}

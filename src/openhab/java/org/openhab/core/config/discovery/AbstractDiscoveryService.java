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
package org.openhab.core.config.discovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.config.core.ConfigParser;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning of every service that finds things: scans that end by themselves, listeners, and the translation of
 * labels.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class AbstractDiscoveryService implements DiscoveryService {
    private static final String TEXT = "@text/";

    private final Logger logger = LoggerFactory.getLogger(AbstractDiscoveryService.class);

    protected final ScheduledExecutorService scheduler = ThreadPoolManager.getScheduledPool("discovery");
    protected @Nullable ScanListener scanListener;
    protected @NonNullByDefault({}) TranslationProvider i18nProvider;
    protected @NonNullByDefault({}) LocaleProvider localeProvider;

    private final Set<DiscoveryListener> listeners = new CopyOnWriteArraySet<>();
    private final Map<ThingUID, DiscoveryResult> found = new ConcurrentHashMap<>();
    private final Set<ThingTypeUID> supportedThingTypes;
    private final int timeout;
    private final @Nullable String scanInputLabel;
    private final @Nullable String scanInputDescription;
    private volatile boolean background;
    private @Nullable ScheduledFuture<?> end;

    protected AbstractDiscoveryService(int timeout) throws IllegalArgumentException {
        this(null, timeout);
    }

    protected AbstractDiscoveryService(@Nullable Set<ThingTypeUID> supportedThingTypes, int timeout)
            throws IllegalArgumentException {
        this(supportedThingTypes, timeout, true);
    }

    protected AbstractDiscoveryService(@Nullable Set<ThingTypeUID> supportedThingTypes, int timeout,
            boolean backgroundDiscoveryEnabledByDefault) throws IllegalArgumentException {
        this(supportedThingTypes, timeout, backgroundDiscoveryEnabledByDefault, null, null);
    }

    protected AbstractDiscoveryService(@Nullable Set<ThingTypeUID> supportedThingTypes, int timeout,
            boolean backgroundDiscoveryEnabledByDefault, @Nullable String scanInputLabel,
            @Nullable String scanInputDescription) throws IllegalArgumentException {
        if (timeout < 0) {
            throw new IllegalArgumentException("A scan does not last " + timeout + " s");
        }
        this.supportedThingTypes = supportedThingTypes == null ? Set.of() : Set.copyOf(supportedThingTypes);
        this.timeout = timeout;
        this.background = backgroundDiscoveryEnabledByDefault;
        this.scanInputLabel = scanInputLabel;
        this.scanInputDescription = scanInputDescription;
    }

    @Override
    public Set<ThingTypeUID> getSupportedThingTypes() {
        return supportedThingTypes;
    }

    @Override
    public boolean isScanInputSupported() {
        return getScanInputLabel() != null && getScanInputDescription() != null;
    }

    @Override
    public @Nullable String getScanInputLabel() {
        return scanInputLabel;
    }

    @Override
    public @Nullable String getScanInputDescription() {
        return scanInputDescription;
    }

    @Override
    public int getScanTimeout() {
        return timeout;
    }

    @Override
    public boolean isBackgroundDiscoveryEnabled() {
        return background;
    }

    @Override
    public void addDiscoveryListener(@Nullable DiscoveryListener listener) {
        if (listener != null) {
            listeners.add(listener);
            List.copyOf(found.values()).forEach(result -> listener.thingDiscovered(this, result));
        }
    }

    @Override
    public void removeDiscoveryListener(@Nullable DiscoveryListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void startScan(@Nullable ScanListener listener) {
        scan(listener, this::startScan);
    }

    @Override
    public void startScan(String input, @Nullable ScanListener listener) {
        scan(listener, isScanInputSupported() ? () -> startScan(input) : this::startScan);
    }

    private void scan(@Nullable ScanListener listener, Runnable start) {
        stopScan();
        synchronized (this) {
            cancelEnd();
            scanListener = listener;
            if (getScanTimeout() > 0) {
                end = scheduler.schedule(this::stopScan, getScanTimeout(), TimeUnit.SECONDS);
            }
        }
        try {
            start.run();
        } catch (RuntimeException e) {
            synchronized (this) {
                cancelEnd();
                scanListener = null;
            }
            throw e;
        }
    }

    private void cancelEnd() {
        ScheduledFuture<?> end = this.end;
        this.end = null;
        if (end != null) {
            end.cancel(false);
        }
    }

    private synchronized @Nullable ScanListener takeScanListener() {
        ScanListener listener = scanListener;
        scanListener = null;
        return listener;
    }

    protected abstract void startScan();

    protected void startScan(String input) {
        logger.warn("{} makes no use of '{}'", getClass().getName(), input);
    }

    protected void stopScan() {
        ScanListener listener = takeScanListener();
        if (listener != null) {
            listener.onFinished();
        }
    }

    @Override
    public void abortScan() {
        synchronized (this) {
            cancelEnd();
        }
        ScanListener listener = takeScanListener();
        if (listener != null) {
            listener.onErrorOccurred(new CancellationException("The scan was aborted"));
        }
    }

    protected void thingDiscovered(DiscoveryResult discoveryResult) {
        DiscoveryResult result = getLocalizedDiscoveryResult(discoveryResult, FrameworkUtil.getBundle(this.getClass()));
        found.put(result.getThingUID(), result);
        listeners.forEach(listener -> scheduler.execute(() -> listener.thingDiscovered(this, result)));
    }

    protected void thingRemoved(ThingUID thingUID) {
        found.remove(thingUID);
        listeners.forEach(listener -> listener.thingRemoved(this, thingUID));
    }

    /** The label is a text, or the key of one with its arguments: {@code @text/key ["first", "second"]}. */
    protected DiscoveryResult getLocalizedDiscoveryResult(DiscoveryResult discoveryResult, @Nullable Bundle bundle) {
        if (i18nProvider == null || localeProvider == null) {
            return discoveryResult;
        }
        String label = discoveryResult.getLabel();
        String key = "discovery." + discoveryResult.getThingUID().getAsString().replace(':', '.') + ".label";
        Object[] arguments = null;
        if (label.startsWith(TEXT)) {
            String[] parts = label.substring(TEXT.length()).split("\\s+", 2);
            key = parts[0];
            if (parts.length == 2) {
                arguments = Stream.of(parts[1].replaceAll("[\\[\\]\"]", "").split(",")).map(String::trim)
                        .filter(argument -> !argument.isEmpty()).toArray();
            }
        }
        String text = i18nProvider.getText(bundle, key, label, localeProvider.getLocale(), arguments);
        return label.equals(text) ? discoveryResult
                : DiscoveryResultBuilder.create(discoveryResult.getThingUID())
                        .withThingType(discoveryResult.getThingTypeUID()).withBridge(discoveryResult.getBridgeUID())
                        .withProperties(discoveryResult.getProperties())
                        .withRepresentationProperty(discoveryResult.getRepresentationProperty())
                        .withTTL(discoveryResult.getTimeToLive()).withLabel(text).build();
    }

    protected void activate(@Nullable Map<String, Object> configProperties) {
        background = background(configProperties, background);
        if (background) {
            startBackgroundDiscovery();
        }
    }

    protected void modified(@Nullable Map<String, Object> configProperties) {
        boolean before = background;
        background = background(configProperties, before);
        if (before && !background) {
            stopBackgroundDiscovery();
        } else if (!before && background) {
            startBackgroundDiscovery();
        }
    }

    protected void deactivate() {
        if (background) {
            stopBackgroundDiscovery();
        }
    }

    static boolean background(@Nullable Map<String, Object> configProperties, boolean before) {
        return configProperties == null ? before
                : ConfigParser.valueAsOrElse(configProperties.get(CONFIG_PROPERTY_BACKGROUND_DISCOVERY), Boolean.class,
                        before);
    }

    protected void startBackgroundDiscovery() {
    }

    protected void stopBackgroundDiscovery() {
    }
}

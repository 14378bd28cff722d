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
package org.openhab.binding.selectronic.workbench.host;

import java.time.ZoneId;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.openhab.core.storage.StorageService;
import org.osgi.framework.BundleContext;

/**
 * The services of openHAB that a bundle finds here.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HostServices implements AutoCloseable {
    private final BundleContext context;
    private final HttpClients httpClients = new HttpClients();
    private final BundleTranslations translations = new BundleTranslations();

    /**
     * @param context where the services are registered; they go when the framework stops
     * @param locale the owner's language
     */
    public HostServices(BundleContext context, Locale locale) {
        this.context = context;
        context.registerService(HttpClientFactory.class, httpClients, null);
        context.registerService(StorageService.class, new MemoryStorageService(), null);
        context.registerService(TranslationProvider.class, translations, null);
        context.registerService(LocaleProvider.class, () -> locale, null);
        context.registerService(TimeZoneProvider.class, ZoneId::systemDefault, null);
    }

    /** @param serialPorts what knows the serial ports from now on */
    public void add(SerialPortManager serialPorts) {
        context.registerService(SerialPortManager.class, serialPorts, null);
    }

    /** @return the texts of bundles */
    public BundleTranslations translations() {
        return translations;
    }

    @Override
    public void close() {
        httpClients.close();
    }
}

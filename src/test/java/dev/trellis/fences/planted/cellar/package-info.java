/** May use nothing. */
@ApplicationModule(allowedDependencies = {})
package dev.trellis.fences.planted.cellar;

import org.springframework.modulith.ApplicationModule;

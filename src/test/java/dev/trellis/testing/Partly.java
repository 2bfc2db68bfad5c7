package dev.trellis.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A wide door of which a test needs a few methods: these are written out in a class of their own, every other one fails by name. */
public final class Partly {

    private Partly() {}

    /**
     * @param door an interface
     * @param part has public methods with the names and parameters of those of the door that are needed
     */
    public static <T> T a(Class<T> door, Object part) {
        return door.cast(Proxy.newProxyInstance(door.getClassLoader(), new Class<?>[] {door}, (proxy, method, with) -> {
            Method own;
            try {
                own = part.getClass().getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException e) {
                throw new UnsupportedOperationException(door.getSimpleName() + "." + method.getName(), e);
            }
            own.setAccessible(true);
            try {
                return own.invoke(part, with);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

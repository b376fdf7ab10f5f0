using System.Collections.Concurrent;
using System.Text.Json;

namespace CsDashboard.Foundation.Events;

/// <summary>Which event types there are, under which names they are stored, and who handles them. Filled once at start.</summary>
public static class EventKinds
{
    private static readonly ConcurrentDictionary<(string Room, string Kind), Type> ByName = new(
        typeof(EventKinds)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(IEvent).IsAssignableFrom(t))
            .ToDictionary(t => (RoomOf(t), NameOf(t)))
    );

    private static readonly ConcurrentDictionary<Type, bool> Handled = new(
        typeof(EventKinds)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<>))
            .Select(i => i.GetGenericArguments()[0])
            .Distinct()
            .ToDictionary(t => t, _ => true)
    );

    public static string NameOf(Type type) => type.Name;

    /// <summary>PIN_ACCESS_GRANTED for PinAccessGranted.</summary>
    internal static string WordOf(Type type) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(type.Name);

    /// <summary>
    /// The first word of the namespace after that of the product: a room is a namespace, and its inner rooms are parts of it.
    /// </summary>
    public static string RoomOf(Type type) => type.Namespace!.Split('.')[1];

    public static Type? TypeOf(string room, string kind) => ByName.GetValueOrDefault((room, kind));

    /// <summary>Makes an event type of another assembly known (a plug-in, a test).</summary>
    internal static void Know(Type type)
    {
        ByName.TryAdd((RoomOf(type), NameOf(type)), type);
        Handled.TryAdd(type, true);
    }

    internal static bool HasHandlers(Type type) => Handled.ContainsKey(type);
}

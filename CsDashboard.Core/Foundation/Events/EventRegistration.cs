using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Foundation.Events;

public static class EventRegistration
{
    /// <summary>Binds every <see cref="IHandle{T}"/> that the class implements. The class is a singleton.</summary>
    public static IServiceCollection AddHandler<THandler>(this IServiceCollection services)
        where THandler : class
    {
        services.AddSingleton<THandler>();
        foreach (
            var contract in typeof(THandler)
                .GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<>))
        )
        {
            var eventType = contract.GetGenericArguments()[0];
            EventKinds.Know(eventType);
            services.AddSingleton(
                (EventHandlerBinding)
                    typeof(EventRegistration)
                        .GetMethod(nameof(Bind), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                        .MakeGenericMethod(typeof(THandler), eventType)
                        .Invoke(null, null)!
            );
        }
        return services;
    }

    private static EventHandlerBinding Bind<THandler, T>()
        where THandler : class
        where T : IEvent =>
        new(
            typeof(T),
            typeof(THandler),
            typeof(THandler).IsAssignableTo(typeof(IHandleMany<T>)),
            async (services, rows, db) =>
            {
                // Nothing is left to deliver of what was taken out.
                var told = rows.Where(row => row.ContentHash is null)
                    .Select(row => new Recorded<T>(
                        (T)row.Happening()!,
                        row.Id,
                        row.TenantId,
                        row.At,
                        row.UserId,
                        row.ActorName,
                        row.ActorRole,
                        row.Silent
                    )
                    {
                        Address = row.Address,
                    })
                    .ToList();
                var handler = (IHandle<T>)services.GetRequiredService<THandler>();
                if (handler is IHandleMany<T> many && told.Count > 0)
                    await many.Handle(told, db);
                else
                    foreach (var happening in told)
                        await handler.Handle(happening, db);
            }
        );
}

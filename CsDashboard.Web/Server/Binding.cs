namespace CsDashboard.Web.Server;

/// <summary>
/// Knows whether a call's parameters are still being read: from the last step before its endpoint until they are bound. Whatever goes wrong
/// in between is the caller's mistake.
/// </summary>
internal static class Binding
{
    private static readonly object Key = new();

    public static bool IsUnderWay(HttpContext http) => http.Items.ContainsKey(Key);

    /// <summary>The last step before the endpoints.</summary>
    public static void UseBinding(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                if (http.GetEndpoint()?.Metadata.GetMetadata<Noted>() is not null)
                    http.Items[Key] = Key;
                await next(http);
            }
        );

    /// <summary>For groups of endpoints whose parameters are read out of the call.</summary>
    public static T NoteBinding<T>(this T group)
        where T : IEndpointConventionBuilder =>
        group
            .WithMetadata(new Noted())
            .AddEndpointFilter(
                async (call, next) =>
                {
                    call.HttpContext.Items.Remove(Key);
                    return await next(call);
                }
            );

    private sealed class Noted;
}

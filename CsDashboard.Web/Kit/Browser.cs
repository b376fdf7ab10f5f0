using CsDashboard.Foundation;
using Microsoft.JSInterop;

namespace CsDashboard.Web.Kit;

#pragma warning disable RS0030 // The one place that calls into the browser.

/// <summary>
/// The person's browser, as pages call it. It may be unreachable at any time, in a lift or asleep, while the page lives on at the server,
/// so no call ends a page. A lost call is only logged for debugging.
/// </summary>
public sealed class Browser(IJSRuntime js, ILogger<Browser> log)
{
    /// <summary>Sends something that may get lost.</summary>
    public async Task Tell(string call, params object?[] values)
    {
        try
        {
            await js.InvokeVoidAsync(call, values);
        }
        catch (Exception e)
        {
            Note(call, e);
        }
    }

    /// <summary>Asks; without an answer the fallback is returned. Patience is for questions that a person answers.</summary>
    public async Task<T> Ask<T>(string call, T otherwise, TimeSpan? patience = null, params object?[] values)
    {
        try
        {
            return patience is { } time ? await js.InvokeAsync<T>(call, time, values) : await js.InvokeAsync<T>(call, values);
        }
        catch (Exception e)
        {
            Note(call, e);
        }
        return otherwise;
    }

    /// <summary>
    /// Asks for something indispensable. Unavailable when it does not come: the page says so, and what was typed is still there.
    /// </summary>
    public async Task<T> Need<T>(string call, params object?[] values)
    {
        try
        {
            return await js.InvokeAsync<T>(call, values);
        }
        catch (Exception e)
        {
            Note(call, e);
            throw Refusal.Unavailable(Words.Of("Refused_Away"), e);
        }
    }

    /// <summary>Whether a file that was on its way from the browser stopped coming.</summary>
    public static bool StoppedSending(Exception e) =>
        e is JSException or JSDisconnectedException or IOException or TimeoutException or OperationCanceledException;

    private void Note(string call, Exception e)
    {
        // A fault in the script itself is our bug; an absent browser is not.
        if (e is JSException)
            log.LogWarning(e, "{Call} failed in the browser", call);
        else
            log.LogDebug(e, "{Call} reached no browser", call);
    }
}

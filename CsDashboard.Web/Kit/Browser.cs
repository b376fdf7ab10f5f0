using CsDashboard.Foundation;
using Microsoft.JSInterop;

namespace CsDashboard.Web.Kit;

#pragma warning disable RS0030 // The one place that calls into the browser.

/// <summary>
/// The person's browser, as pages call into it. It may be away at any time, in a lift or asleep, while the page goes on living on the
/// server: so no call ends a page. What is lost is noted for whoever debugs, and no more.
/// </summary>
public sealed class Browser(IJSRuntime js, ILogger<Browser> log)
{
    /// <summary>Says something that it may as well not hear.</summary>
    public async Task Tell(string call, params object?[] values)
    {
        try { await js.InvokeVoidAsync(call, values); }
        catch (Exception e) { Note(call, e); }
    }

    /// <summary>Asks; an answer that does not come is the other one. Patience is for what a person decides.</summary>
    public async Task<T> Ask<T>(string call, T otherwise, TimeSpan? patience = null, params object?[] values)
    {
        try { return patience is { } time ? await js.InvokeAsync<T>(call, time, values) : await js.InvokeAsync<T>(call, values); }
        catch (Exception e) { Note(call, e); }
        return otherwise;
    }

    /// <summary>Asks for what can't be gone on without. Unavailable when it does not come: the page says so, and what was typed is still there.</summary>
    public async Task<T> Need<T>(string call, params object?[] values)
    {
        try { return await js.InvokeAsync<T>(call, values); }
        catch (Exception e)
        {
            Note(call, e);
            throw Refusal.Unavailable(Words.Of("Refused_Away"), e);
        }
    }

    /// <summary>Whether a file that was on its way from the browser stopped coming.</summary>
    public static bool StoppedSending(Exception e) => e is JSException or JSDisconnectedException or IOException or TimeoutException or OperationCanceledException;

    private void Note(string call, Exception e)
    {
        // A fault of the script itself is ours; that nobody was there is not.
        if (e is JSException) log.LogWarning(e, "{Call} failed in the browser", call);
        else log.LogDebug(e, "{Call} reached no browser", call);
    }
}

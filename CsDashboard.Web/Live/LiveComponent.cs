using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Live;

/// <summary>
/// A page, or a part of one, that stays current while it is open. It says what to listen to and how to load; the rest happens here:
/// listening begins before the first read, bursts are gathered, one load runs at a time, in the language of the person, and the session's
/// end leads to the sign-in page. What is done on it is <see cref="SignedInComponent.Act"/>.
/// <code>
/// protected override object? Subject => Id;                                   // loads again when this changes
/// protected override void Listen() => ListenTo(Topic.Of(Actor.TenantId, Id));
/// protected override async Task Load() => ticket = await Carried("ticket", () => Tickets.Get(Actor, Id));
/// </code>
/// </summary>
public abstract class LiveComponent : SignedInComponent, IDisposable
{
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);

    private readonly List<IDisposable> listening = [];
    private readonly List<PersistingComponentStateSubscription> carrying = [];
    private readonly SemaphoreSlim one = new(1, 1);
    private CultureInfo culture = CultureInfo.CurrentCulture,
        language = CultureInfo.CurrentUICulture;
    private object? subject;
    private bool started;
    private bool firstLoad = true;
    private volatile bool gone;
    private int stale,
        gathering;
    private TimeSpan lastLoad;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private PersistentComponentState State { get; set; } = null!;

    /// <summary>What is shown depends on this (an id or a filter of the address): when it changes, everything is loaded again.</summary>
    protected virtual object? Subject => null;

    /// <summary>Calls <see cref="ListenTo"/>; called before the first load and whenever <see cref="Subject"/> changed.</summary>
    protected virtual void Listen() { }

    /// <summary>Reads what is shown. Called at first, when something happened, and after <see cref="Refresh"/>.</summary>
    protected abstract Task Load();

    protected void ListenTo(params ReadOnlySpan<Topic> topics)
    {
        if (!RendererInfo.IsInteractive)
            return;
        foreach (var topic in topics)
            listening.Add(Feed.Listen(topic, _ => Heard()));
    }

    /// <summary>Loads again at once, for after an act of the person's own.</summary>
    protected Task Refresh() => LoadOne();

    /// <summary>
    /// The live page takes over the value that was read during prerendering, so that opening a page reads once. Later calls read. The value
    /// must survive JSON; never a secret. One of more than <see cref="CarriedValue.AtMost"/> packed is not carried but read again.
    /// </summary>
    protected async Task<T> Carried<T>(string key, Func<Task<T>> load)
    {
        var name = $"{GetType().Name}/{key}/{subject}";
        if (!RendererInfo.IsInteractive)
        {
            var (before, value) = (Feed.Announced, await load());
            carrying.Add(
                State.RegisterOnPersisting(() =>
                {
                    if (CarriedValue.Pack(before, value) is { } packed)
                        State.PersistAsJson(name, packed);
                    return Task.CompletedTask;
                })
            );
            return value;
        }
        if (!firstLoad || !State.TryTakeFromJson<byte[]>(name, out var packed) || packed is null)
            return await load();
        var (announced, taken) = CarriedValue.Unpack<T>(packed);
        // Something happened between that read and the moment this page began to listen, so read again.
        if (announced != Feed.Announced)
            Heard();
        return taken;
    }

    protected override async Task OnInitializedAsync()
    {
        (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        await base.OnInitializedAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (gone || (started && Equals(subject, Subject)))
            return;
        (started, subject) = (true, Subject);
        StopListening();
        Listen();
        await LoadOne();
        firstLoad = false;
    }

    /// <summary>
    /// A refusal of <see cref="Load"/>: signed out goes to the sign-in page, not found shows the page for it; others go to the page's
    /// boundary.
    /// </summary>
    protected virtual void Refused(Refusal refusal)
    {
        if (refusal.IsEndOfSession)
            GoToSignIn();
        else if (refusal.Kind == RefusalKind.NotFound && GetType().IsDefined(typeof(RouteAttribute), inherit: false))
            Navigation.NotFound();
        else
            throw refusal;
    }

    private async Task LoadOne()
    {
        await one.WaitAsync();
        try
        {
            if (gone)
                return;
            var begun = TimeProvider.System.GetTimestamp();
            await Load();
            lastLoad = TimeProvider.System.GetElapsedTime(begun);
        }
        catch (Refusal refusal)
        {
            Refused(refusal);
        }
        finally
        {
            one.Release();
        }
    }

    // Called by the feed, which must not wait: only a flag is set here.
    private void Heard()
    {
        Volatile.Write(ref stale, 1);
        if (gone || Interlocked.Exchange(ref gathering, 1) == 1)
            return;
        using var apart = ExecutionContext.SuppressFlow();
        _ = Task.Run(Gather);
    }

    private async Task Gather()
    {
        try
        {
            while (!gone && Volatile.Read(ref stale) == 1)
            {
                // A page that loads slowly reloads less often, so that it never spends most of its time loading. Load is measured in the
                // machine's time, whatever the product's clock says.
                await Task.Delay(lastLoad > Burst ? lastLoad : Burst, TimeProvider.System);
                Volatile.Write(ref stale, 0);
                if (!gone)
                    await InvokeAsync(LoadAndShow);
            }
        }
        catch (Exception e) when (gone || e is ObjectDisposedException) { }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
        finally
        {
            Volatile.Write(ref gathering, 0);
        }
        if (!gone && Volatile.Read(ref stale) == 1)
            Heard();
    }

    private async Task LoadAndShow()
    {
        // Work that did not start with the person's own click has no culture of its own.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        await LoadOne();
        if (!gone)
            StateHasChanged();
    }

    private void StopListening()
    {
        foreach (var listener in listening)
            listener.Dispose();
        listening.Clear();
    }

    protected virtual void Dispose(bool disposing)
    {
        if (gone)
            return;
        gone = true;
        StopListening();
        foreach (var subscription in carrying)
            subscription.Dispose();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}

using System.Reflection;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CsDashboard.Web.Live;

/// <summary>
/// A page, or a part of one, on which somebody acts. What a verb refuses is shown in one way: beside what was acted on where
/// there is a place for it, else in a toast; and when the session has ended, the page leads to the sign-in.
/// <code>
/// if (await Act(() => Offers.Apply(Actor, me, code))) Toasts.Show(…, "success");   // a toast
/// await Act(() => Retention.Set(Actor, kind, days), Wrong);                        // &lt;WrongNotice Of="Wrong" /&gt;
/// </code>
/// </summary>
public abstract class SignedInComponent : ComponentBase, IHandleEvent
{
    private HashSet<(MethodInfo, object?)>? running;
    private Wrong? wrong;
    private Actor? actor;

    [CascadingParameter]
    private Task<AuthenticationState>? Auth { get; set; }

    /// <summary>The company's currency, for amounts that name no other.</summary>
    [CascadingParameter]
    private protected Currency Currency { get; set; } = Currency.Usual;

    [Inject]
    private protected TimeProvider Clock { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private SignInRedirect WayOut { get; set; } = null!;

    [Inject]
    private Toasts Told { get; set; } = null!;

    /// <summary>Who is signed in on this page. Refuses with SignedOut on a page that nobody is signed in to.</summary>
    protected Actor Actor => actor ?? throw Refusal.SignedOut();

    protected bool IsSignedIn => actor is not null;

    /// <summary>Why the last act was refused that has its place on the page.</summary>
    protected Wrong Wrong => wrong ??= new();

    /// <summary>An act runs.</summary>
    protected bool Acting => running is { Count: > 0 };

    /// <summary>
    /// Runs the verb. False when it refused, which is shown by then: in <paramref name="beside"/>, or in a toast. What was typed stays.
    /// A second click while one runs is ignored; where the same button stands in many rows, <paramref name="on"/> says of which it is.
    /// </summary>
    protected async Task<bool> Act(Func<Task> verb, Wrong? beside = null, object? on = null)
    {
        var click = (verb.Method, on);
        if (!(running ??= []).Add(click))
            return false;
        beside?.Clear();
        try
        {
            await verb();
            return true;
        }
        catch (Refusal refusal)
        {
            Show(refusal, beside);
            return false;
        }
        finally
        {
            running.Remove(click);
        }
    }

    private void Show(Refusal refusal, Wrong? beside)
    {
        if (refusal.IsEndOfSession)
            GoToSignIn();
        else if (beside is not null)
            beside.Say(refusal);
        else
            Told.Show(refusal.Message, "danger");
    }

    private protected void GoToSignIn() => WayOut.ToSignIn(Navigation, Clock);

    protected override async Task OnInitializedAsync()
    {
        if (Auth is not null && (await Auth).User is { Identity.IsAuthenticated: true } user)
            actor = Actors.Of(user, Clock);
    }

    // As ComponentBase has it; but what a click refuses that no Act has met does not take the page away.
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        try
        {
            var task = callback.InvokeAsync(arg);
            StateHasChanged();
            if (task.IsCompletedSuccessfully || task.IsCanceled)
                return;
            await task;
        }
        catch (Refusal refusal)
        {
            Show(refusal, beside: null);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        StateHasChanged();
    }
}

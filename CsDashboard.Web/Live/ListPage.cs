using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Live;

/// <summary>
/// A page that shows a list of admins (<see cref="ListGrid{T}"/>). Its address says everything: filters, order, part, columns. It says what
/// its filters are and how to read a part:
/// <code>
/// protected override ListAddress Here => ListAddress.Of("/admin/users", Query, "name", "q", "role");
/// protected override Task&lt;Slice&lt;UserRow>> Read(ListPlace place) => Users.List(Actor, Filter(Address), place);
/// </code>
/// </summary>
public abstract class ListPage<T> : LiveComponent
{
    /// <summary>The rows that the address asks for; null until they are read, and when it asks for what there isn't.</summary>
    protected Slice<T>? Rows { get; private set; }
    protected ListAddress Address { get; private set; } = new("") { Usual = "" };

    /// <summary>The address asks for what there isn't.</summary>
    protected bool IsWrong { get; private set; }

    protected string Query => new Uri(Navigation.Uri).Query;

    /// <summary>The address of the page as the browser has it.</summary>
    protected abstract ListAddress Here { get; }

    /// <summary>A part of the list. Invalid for a word of the address that there isn't.</summary>
    protected abstract Task<Slice<T>> Read(ListPlace place);

    // Other columns show the same rows.
    protected override object? Subject => (Address with { Columns = null }).Href;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Navigation.LocationChanged += Moved;
    }

    protected override Task OnParametersSetAsync()
    {
        Address = Here;
        return base.OnParametersSetAsync();
    }

    protected override async Task Load()
    {
        IsWrong = false;
        Rows = await Carried("rows", () => Read(Address.Place));
    }

    protected override void Refused(Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.Invalid)
            (Rows, IsWrong) = (null, true);
        else
            base.Refused(refusal);
    }

    protected void Go(ListAddress to) => Navigation.NavigateTo(to.Href);

    // Only the query has changed, which is no parameter of the page.
    private void Moved(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath != Address.Path)
            return;
        _ = InvokeAsync(async () =>
        {
            await OnParametersSetAsync();
            StateHasChanged();
        });
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }
}

using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// A part of a product's static page on which its reader does something: it is done and the page comes again, or says here what is wrong.
/// </summary>
public abstract class ProductPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required Actor Reader { get; set; }

    [Parameter, EditorRequired]
    public required Product Product { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Why it was refused; shown beside what was typed.</summary>
    protected string? wrong;

    /// <summary>Afterwards the page comes again, at the part that is named (#reviews), or from its top.</summary>
    protected async Task Try(Func<Task> verb, string part = "")
    {
        try
        {
            await verb();
            Http!.Lead("/shop/p/" + Product.Slug + part);
        }
        catch (Refusal refusal) when (!refusal.IsEndOfSession)
        {
            wrong = refusal.Message;
        }
    }
}

using System.Reflection;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Components.Forms;

namespace CsDashboard.Web.Kit;

/// <summary>
/// A form over an input record. <see cref="Try"/> runs the verb; when it refuses, messages appear beside their fields, and those without a
/// field in <see cref="Message"/>. What was typed stays. The end of the session goes on to the page.
/// <code>
/// &lt;EditForm EditContext="form.Edit" OnSubmit="Save"&gt; … &lt;Field Label="…" For="title" Of="() => form.Model.Title"&gt;…
/// if (await form.Try(() => Tickets.Open(Actor, form.Model))) …
/// </code>
/// </summary>
public sealed class FormOf<T>
    where T : class
{
    private readonly ValidationMessageStore messages;
    private bool running;

    public FormOf(T model)
    {
        Model = model;
        Edit = new EditContext(model);
        messages = new ValidationMessageStore(Edit);
        Edit.OnFieldChanged += (_, change) =>
        {
            messages.Clear(change.FieldIdentifier);
            Edit.NotifyValidationStateChanged();
        };
    }

    public T Model { get; }
    public EditContext Edit { get; }
    public string? Message { get; private set; }

    /// <summary>False when the verb refused, or something typed could not be read. A second click while one runs is ignored.</summary>
    public async Task<bool> Try(Func<Task> verb)
    {
        if (running)
            return false;
        Message = null;
        messages.Clear();
        // Unreadable input, such as a fraction for a whole number, never reaches the model, which would be saved with the previous value as
        // if that had been typed.
        if (Edit.GetValidationMessages().Any())
        {
            Edit.NotifyValidationStateChanged();
            return false;
        }
        running = true;
        try
        {
            await verb();
            return true;
        }
        // The end of the session is for the page, which leads to the sign-in.
        catch (Refusal refusal) when (!refusal.IsEndOfSession)
        {
            Show(refusal);
            return false;
        }
        finally
        {
            running = false;
            Edit.NotifyValidationStateChanged();
        }
    }

    private void Show(Refusal refusal)
    {
        foreach (var fault in refusal.Fields)
        {
            // A part of an address, or a name as the market's programs write it: the form has a field for it all the same.
            var name = fault.Field[(fault.Field.LastIndexOf('.') + 1)..].Replace("_", "", StringComparison.Ordinal);
            var property = typeof(T).GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is null)
                Message = fault.Message;
            else
                messages.Add(new FieldIdentifier(Model, property.Name), fault.Message);
        }
        if (refusal.Fields.Count == 0)
            Message = refusal.Message;
    }
}

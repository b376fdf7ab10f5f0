using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Privacy;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>
/// A field of a customer: a row of <see cref="CustomerFields"/>, which says all that lists, files, merges and erasing need to know of it.
/// </summary>
public abstract class CustomerField(string name)
{
    public string Name => name;

    /// <summary>As programs name it: in merges, in the history and in faults of an import.</summary>
    public string Word { get; } = char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>As addresses of lists and the columns of an import name it, where that is another word.</summary>
    public string Short
    {
        get => field ?? Word;
        init;
    }

    /// <summary>The key of its text in <see cref="Words"/>, where that is not Field_NAME.</summary>
    public string LabelKey
    {
        get => field ?? "Field_" + name;
        init;
    }

    public string Label => Words.Of(LabelKey);

    public required FieldKind Kind { get; init; }

    /// <summary>How many letters are kept at most; 0 for what is no text.</summary>
    public int Longest { get; init; }

    /// <summary>How many letters may be typed, where that is not what is kept.</summary>
    public int LongestTyped
    {
        get => field == 0 ? Longest : field;
        init;
    }

    /// <summary>Says who somebody is or what they want: erasing takes it out.</summary>
    public required bool IsPersonal { get; init; }

    public ExportedData Handed { get; init; }

    /// <summary>The heading of its column in an export, in words that an import understands; null where it is not exported.</summary>
    public string? Export { get; init; }

    /// <summary>Headings in files of others, by commas; null where it is not imported.</summary>
    public string? Import { get; init; }

    /// <summary>The list of customers can show it as a column.</summary>
    public bool IsColumn { get; init; }

    /// <summary>Of two records that become one, somebody chooses whose it is.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Customers are found by it.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Never without a value: what is typed as nothing leaves it as it is.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The change that was asked for, null where nothing was; and how what somebody typed asks for it. Both or none.</summary>
    public Func<CustomerChange, object?>? Asked { get; init; }

    public Action<CustomerChange, string>? Ask { get; init; }

    /// <summary>Edited on the record's page, line by line.</summary>
    public bool IsInRecord => Ask is not null;

    /// <summary>The property of <see cref="Customer"/> where it is kept; null for what is kept elsewhere.</summary>
    public virtual string? Property => null;

    /// <summary>As a line of a list has it.</summary>
    public abstract object? Of(CustomerEntry customer);

    internal virtual object? Of(Customer customer) => null;

    internal virtual object? Of(CustomerState state) => null;

    /// <summary>What the other state says.</summary>
    internal virtual CustomerState Take(CustomerState state, CustomerState other) => state;

    /// <summary>What a cell of a file says, where it can be understood.</summary>
    internal virtual CustomerState Fill(CustomerState state, string cell, ImportReader reader) => state;

    /// <summary>What was asked for; a phone without its country is of this one. Invalid for a phone that is none.</summary>
    internal virtual CustomerState Apply(CustomerState state, CustomerChange change, string? country) => state;

    internal virtual void Configure(EntityTypeBuilder<Customer> table) { }

    /// <summary>Takes it out of the row of somebody who is erased.</summary>
    internal virtual void Forget(UpdateSettersBuilder<Customer> row, Customer customer) { }

    internal bool IsEmpty(CustomerState state) => Of(state) is null or "" or 0m;

    /// <summary>As people type it.</summary>
    public string? Typed(CustomerState state) =>
        Of(state) switch
        {
            null => null,
            string text when Kind == FieldKind.Phone => Phones.Shown(text),
            string text when Kind == FieldKind.Tags => string.Join(", ", TagWords.Split(text)),
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    /// <summary>The change that what was typed asks for.</summary>
    public CustomerChange Change(string typed)
    {
        var change = new CustomerChange();
        Ask?.Invoke(change, typed);
        return change;
    }
}

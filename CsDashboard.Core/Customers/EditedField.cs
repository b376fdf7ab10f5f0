using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers.Importing;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>A field that people edit, files bring in or merges decide on.</summary>
public class EditedField<T>(
    string name,
    Expression<Func<Customer, T>> kept,
    Func<CustomerState, T> get,
    Func<CustomerState, T, CustomerState> set
) : KeptField<T>(name, kept)
{
    public override object? Of(CustomerEntry customer) => get(customer.State);

    internal override object? Of(CustomerState state) => get(state);

    internal override CustomerState Take(CustomerState state, CustomerState other) => set(state, get(other));

    internal override CustomerState Fill(CustomerState state, string cell, ImportReader reader) =>
        reader.Understood(this, cell) is T value ? set(state, value) : state;

    internal override CustomerState Apply(CustomerState state, CustomerChange change, string? country)
    {
        if (Asked?.Invoke(change) is not { } asked)
            return state;
        var value = Normal(asked, country);
        return value is null && IsNeeded ? state : set(state, (T)value!);
    }

    private object? Normal(object asked, string? country) =>
        (Kind, asked) switch
        {
            (FieldKind.Phone, string typed) => CustomerRecords.Blank(typed) is { } number ? Phones.Of(number, country) : null,
            (FieldKind.TimeZone, string typed) => Zones.Read(typed),
            (FieldKind.Language, string typed) => typed.ToLowerInvariant(),
            (FieldKind.Tags, IReadOnlyList<string> tags) => TagWords.Join(tags),
            (FieldKind.Amount, decimal amount) => decimal.Round(amount, 4),
            (_, string typed) => CustomerRecords.Blank(typed),
            _ => asked,
        };
}

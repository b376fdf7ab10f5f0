using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>A field that is given once, or follows from what happens: shown and handed out, edited by nobody.</summary>
public sealed class GivenField<T>(string name, Expression<Func<Customer, T>> kept, Func<CustomerEntry, T>? shown = null)
    : KeptField<T>(name, kept)
{
    public override object? Of(CustomerEntry customer) => shown is null ? null : shown(customer);
}

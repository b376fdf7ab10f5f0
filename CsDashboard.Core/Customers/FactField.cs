using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>An edited field that <see cref="CustomerFacts"/> carry.</summary>
public sealed class FactField<T>(
    string name,
    Expression<Func<Customer, T>> kept,
    Func<CustomerFacts, T> get,
    Func<CustomerFacts, T, CustomerFacts> set
) : EditedField<T>(name, kept, s => get(s.Facts), (s, value) => s with { Facts = set(s.Facts, value) });

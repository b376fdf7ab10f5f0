using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Advice;

/// <summary>A product for somebody, because of another one or of none, with a score of 0 to 1.</summary>
public sealed record Recommended(ProductView Product, int? Because, decimal Score, AdviceWay Way);

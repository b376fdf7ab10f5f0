using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

public sealed record OwnSegmentFacts(string Name, bool Any, IReadOnlyList<SegmentCondition> Conditions);

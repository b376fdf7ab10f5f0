using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// An event of a room that stands on Loyalty and by which points are earned or lost. Its room hands it to <see cref="Earning"/>.
/// </summary>
internal interface IEarn : IEvent
{
    IEnumerable<EarningOccasion> Occasions(DateTimeOffset at);
}

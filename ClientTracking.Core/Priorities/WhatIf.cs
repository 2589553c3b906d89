namespace ClientTracking.Priorities;

/// <summary>What taking an item in at a grade would do.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Item">The item as it would be planned.</param>
/// <param name="Changes">What would be different for everybody else, the item itself left out.</param>
public sealed record WhatIf(PriorityGrade Grade, PlannedItem Item, PlanChanges Changes);

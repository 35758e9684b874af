namespace GraphIntel.Examples.Backers;

/// <summary>What Backers.graphql answers.</summary>
internal sealed record BackersAnswer(Actor? Actor);

/// <summary>The actor that was asked about.</summary>
internal sealed record Actor(string Name, BackersConnection Backers);

/// <summary>A page of its backers.</summary>
internal sealed record BackersConnection(int TotalCount, PageInfo PageInfo, IReadOnlyList<BackersEdge> Edges);

/// <summary>Where the page lies.</summary>
internal sealed record PageInfo(bool HasNextPage, string? EndCursor);

/// <summary>One backer with what is known of its backing. What kinds there are may grow, so they stay text.</summary>
internal sealed record BackersEdge(
    IReadOnlyList<string> Kinds, DateOnly? From, string Standing, Named Node, Identified Fact, ClaimsConnection Claims);

/// <summary>Anything with a name.</summary>
internal sealed record Named(string Name);

/// <summary>Anything with an id.</summary>
internal sealed record Identified(string Id);

/// <summary>The claims about a backing.</summary>
internal sealed record ClaimsConnection(IReadOnlyList<Claim> Nodes);

/// <summary>On whose word it is, or is not.</summary>
internal sealed record Claim(string Stance, string Statement, Named? Source);

/// <summary>What Relationship.graphql answers.</summary>
internal sealed record RelationshipAnswer(Relationship? Node);

/// <summary>A relationship; ends and days are there where the id is that of a backing.</summary>
internal sealed record Relationship(
    string Id, string Label, Labelled? Source, Labelled? Target, DateOnly? AttestedFrom, DateOnly? AttestedUntil);

/// <summary>Anything that a list can show.</summary>
internal sealed record Labelled(string Label);

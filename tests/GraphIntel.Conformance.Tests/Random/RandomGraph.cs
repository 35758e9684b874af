using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Fills a model with nodes, relationships and claims at random, within the rules of writing.</summary>
internal sealed class RandomGraph
{
    private readonly Dice _dice;
    private readonly GraphText _graph;
    private readonly List<string> _names;

    private RandomGraph(Dice dice, GraphModel model)
    {
        _dice = dice;
        _graph = new GraphText(model);
        _names = [.. Enumerable.Range(0, dice.Int(3, 8)).Select(_ => RandomNames.Name(dice))];
    }

    /// <summary>A graph of at most so many nodes of a type.</summary>
    public static GraphText Make(Dice dice, GraphModel model, int most)
    {
        var maker = new RandomGraph(dice, model);
        foreach (var type in model.Nodes)
            maker.AddNodes(type, dice.Chance(90) ? dice.Int(most / 2, most) : 0);
        if (dice.Chance(12))
            maker.AddLine();
        foreach (var type in model.Relationships)
            maker.AddRelationships(type, dice.Int(most / 2, 3 * most));
        // Ids of the graph stand in properties, so these come last.
        foreach (var node in maker._graph.Nodes)
            maker.Fill(node);
        foreach (var relationship in maker._graph.Relationships)
            maker.Fill(relationship);
        maker.AddClaims();
        if (dice.Chance(50))
            maker._graph.Earlier = maker.Earlier();
        return maker._graph;
    }

    // A line of so many nodes that pages and unbounded steps end before it does.
    private void AddLine()
    {
        var types = _graph.Model.Relationships.Where(type => type.Source == type.Target).ToList();
        if (types.Count == 0)
            return;
        var type = _dice.Pick(types);
        var line = Enumerable.Range(1, 40)
            .Select(number => new GraphText.Node(type.Source, $"{type.Source.IdPrefix}:n{number:00}")).ToList();
        _graph.Nodes.AddRange(line);
        foreach (var (source, target) in line.Zip(line.Skip(1)))
        {
            var id = type.Id is null ? type.DeriveId(source.Id, target.Id) : $"{type.IdPrefix}:{source.Id[^3..]}";
            _graph.Relationships.Add(new GraphText.Relationship(type, id, source.Id, target.Id));
        }
    }

    // Some facts are not there yet; others have other values, and claims speak of something else.
    private GraphText Earlier()
    {
        var earlier = _graph.Copy();
        foreach (var fact in _dice.Some(earlier.Facts, _dice.Int(0, earlier.Facts.Count() / 3)))
            earlier.Remove(fact);
        var role = _graph.Model.Claim;
        var facts = earlier.Facts.Where(fact => fact.Type.IsFact && fact.Type != role?.Type).ToList();
        foreach (var fact in earlier.Facts)
        {
            // Days that say when something was so, those until imprecise ones and attested ones stay: the rules bind them to each other.
            var periods = fact.Type is RelationshipType { Attested: { } attested } ? fact.Type.Periods.Append(attested) : fact.Type.Periods;
            var kept = periods.SelectMany(period => new[] { period.From, period.Until });
            foreach (var property in fact.Columns.Except(kept).Where(_ => _dice.Chance(20)).ToList())
            {
                fact.Values[property] = fact.Type == role?.Type && property == role?.About
                    ? _dice.Pick(facts).Id
                    : property.IsList ? List(property) : Scalar(property);
            }
        }
        return earlier;
    }

    private void AddNodes(NodeType type, int count)
    {
        foreach (var key in Pools.SomeKeys(_dice, count))
            _graph.Nodes.Add(new GraphText.Node(type, $"{type.IdPrefix}:{key}"));
    }

    private void AddRelationships(RelationshipType type, int count)
    {
        var sources = _graph.Nodes.Where(node => node.Type == type.Source).ToList();
        var targets = _graph.Nodes.Where(node => node.Type == type.Target).ToList();
        if (sources.Count == 0 || targets.Count == 0)
            return;
        var keys = new Queue<string>(Pools.SomeKeys(_dice, count));
        while (keys.Count > 0)
        {
            var key = keys.Dequeue();
            var (source, target) = (_dice.Pick(sources), _dice.Pick(targets));
            // Parallel to one that is there.
            if (type.Id is not null && _dice.Chance(25) && _graph.Relationships.Find(other => other.Type == type) is { } beside)
            {
                source = sources.Single(node => node.Id == beside.Source);
                target = targets.Single(node => node.Id == beside.Target);
            }
            // A hierarchy leads from earlier nodes to later ones, so that it has no cycle.
            if (source == target || (type.IsHierarchy && sources.IndexOf(source) > targets.IndexOf(target)))
                continue;
            var alike = _graph.Relationships.Where(other => other.Type == type).ToList();
            if (type.OnePerSource && alike.Exists(other => other.Source == source.Id))
                continue;
            if (type.OnePerTarget && alike.Exists(other => other.Target == target.Id))
                continue;
            var id = type.Id is null ? type.DeriveId(source.Id, target.Id) : $"{type.IdPrefix}:{key}";
            if (alike.Exists(other => other.Id == id))
                continue;
            if (type is { IsUndirected: true, Id: null } && alike.Exists(other => other.Id == type.DeriveId(target.Id, source.Id)))
                continue;
            _graph.Relationships.Add(new GraphText.Relationship(type, id, source.Id, target.Id));
        }
    }

    private void Fill(GraphText.Fact fact)
    {
        foreach (var property in fact.Type.Properties)
        {
            if (property.Name == "id" || property == fact.Type.Standing)
                continue;
            // A list that may not be null is empty where nothing is said.
            var isMissing = (property.IsList || !property.IsRequired) && _dice.Chance(35);
            fact.Values[property] = isMissing ? null : property.IsList ? List(property) : Scalar(property);
        }
        foreach (var property in fact.Type.Properties.Where(property => property.Imprecise?.Until is not null))
            PutInOrder(fact, (property, property.Imprecise!.Until!), mayBeSame: true);
        if (fact.Type is not RelationshipType type)
            return;
        PutInOrder(fact, type.Valid, mayBeSame: false);
        PutInOrder(fact, type.Attested, mayBeSame: true);
        // Attested days are mostly left to the claims.
        if (type.Attested is not var (first, last) || _dice.Chance(30))
            return;
        fact.Values[first] = null;
        fact.Values[last] = null;
    }

    private static void PutInOrder(GraphText.Fact fact, (Property From, Property Until)? period, bool mayBeSame)
    {
        if (period is not var (from, until))
            return;
        if (fact.Values[from] is not DateOnly start || fact.Values[until] is not DateOnly end)
            return;
        if (start > end)
            (fact.Values[from], fact.Values[until]) = (end, start);
        if (start != end || mayBeSame)
            return;
        if (until.IsRequired)
            (fact.Values[from], fact.Values[until]) = (Pools.Days[0], Pools.Days[1]);
        else
            fact.Values[until] = null;
    }

    private object Scalar(Property property)
    {
        if (property.Kind == ScalarKind.Id && _dice.Chance(80))
            return _dice.Pick(_graph.Ids);
        if (property.SearchedAs is not null && _dice.Chance(70))
            return property.SearchedAs == SearchedAs.Name ? Name() : Prose(mayBeLong: !property.IsList);
        return property.Imprecise is not null && _dice.Chance(40) ? Pools.DayNearby(_dice) : Pools.Scalar(_dice, property.Kind, property.Enum);
    }

    // The same names again and again, as they are and otherwise.
    private string Name() => _dice.Chance(60) ? _dice.Pick(_names) : RandomNames.Query(_dice, _dice.Pick(_names));

    // Names among other words; now and then so many that not all are kept with the node. Of a long text in a list the first words
    // count alone.
    private string Prose(bool mayBeLong)
    {
        if (!mayBeLong || !_dice.Chance(15))
            return string.Join(' ', Enumerable.Range(0, _dice.Int(1, 3)).Select(_ => Name()));
        var words = Enumerable.Range(0, _dice.Int(90, 130)).Select(number => number % 3 == 0 ? "and" : $"x{number}").ToList();
        words.Insert(_dice.Int(0, words.Count), Name());
        return string.Join(' ', words);
    }

    private Array List(Property property)
    {
        var values = Enumerable.Range(0, _dice.Int(0, 3)).Select(_ => Scalar(property)).ToList();
        Array array = property.Kind switch
        {
            ScalarKind.Int => values.Cast<int>().ToArray(),
            ScalarKind.Float => values.Cast<double>().ToArray(),
            ScalarKind.Boolean => values.Cast<bool>().ToArray(),
            ScalarKind.Date => values.Cast<DateOnly>().ToArray(),
            _ => values.Cast<string>().ToArray(),
        };
        return array;
    }

    // A claim has a source, unless it has one already or there is none for another.
    private void AddSource(string claim, RelationshipField field)
    {
        var (type, isOut) = (field.Relationship, field.Direction != Direction.In);
        var alike = _graph.Relationships.Where(other => other.Type == type).ToList();
        var nodes = _graph.Nodes.Where(node => node.Type == field.Target && node.Id != claim).ToList();
        if (nodes.Count == 0 || alike.Exists(other => (isOut ? other.Source : other.Target) == claim))
            return;
        var node = _dice.Pick(nodes).Id;
        if ((isOut ? type.OnePerTarget : type.OnePerSource) && alike.Exists(other => (isOut ? other.Target : other.Source) == node))
            return;
        var (source, target) = isOut ? (claim, node) : (node, claim);
        var relationship = new GraphText.Relationship(type, type.Id is null ? type.DeriveId(source, target) : $"{type.IdPrefix}:s{alike.Count}", source, target);
        _graph.Relationships.Add(relationship);
        Fill(relationship);
    }

    // Claims gather on few facts, so that some are denied, some disputed.
    private void AddClaims()
    {
        if (_graph.Model.Claim is not { } role)
            return;
        var claimable = _graph.Facts.Where(fact => fact.Type.IsFact && fact.Type != role.Type).ToList();
        // Of relationships it is asked what was known of them, and by whom.
        var asked = claimable.Where(fact => fact.Type is RelationshipType { Standing: not null }).ToList();
        var facts = _dice.Some(asked.Count > 0 && _dice.Chance(60) ? asked : claimable, _dice.Int(1, 6));
        foreach (var claim in _graph.Nodes.Where(node => node.Type == role.Type).ToList())
        {
            if (facts.Count == 0)
            {
                _graph.Remove(claim);
                continue;
            }
            claim.Values[role.About] = _dice.Pick(facts).Id;
            if (role.Field is not null)
                claim.Values[role.Field] = _dice.Chance(70) ? null : "name";
            if (_dice.Chance(40))
                claim.Values[role.Stance] = role.Denies;
            if (role.Source is not null && _dice.Chance(70))
                AddSource(claim.Id, role.Source);
        }
    }
}
